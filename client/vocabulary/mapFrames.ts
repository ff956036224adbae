import { geoConicConformal, geoPath, type GeoPermissibleObjects } from 'd3-geo';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';

import norway from './norway.json' with { type: 'json' };

type Position = [longitude: number, latitude: number];

/** Kartutsnitt. A part of the world on a sheet: its outline, and where a place lies on it. */
export interface MapFrame {
  readonly width: number;
  readonly height: number;
  readonly outline: string;
  readonly locate: (longitude: number, latitude: number) => { x: number; y: number };
}

// TypeScript reads the numbers of a JSON file as lists of any length, where a topology wants pairs.
const topology = norway as unknown as Topology;
const country = feature(topology, topology.objects['norway']!);

/** All of the country, standing as it does on the wall: conformal, and true along 60 and 70 degrees north. */
export const countryFrame = (): MapFrame => frame(country, 480, 620, 14);

/** A town from near. The corners are those of the outermost districts; a unit is as wide as on the country's map. */
export function townFrame(places: readonly Position[]): MapFrame {
  return frame({ type: 'MultiPoint', coordinates: [...places] }, 480, 240 + places.length * 8, 28);
}

function frame(
  what: GeoPermissibleObjects,
  width: number,
  height: number,
  margin: number,
): MapFrame {
  const projection = geoConicConformal()
    .rotate([-15, 0])
    .center([0, 65])
    .parallels([60, 70])
    .fitExtent(
      [
        [margin, margin],
        [width - margin, height - margin],
      ],
      what,
    )
    .clipExtent([
      [-2, -2],
      [width + 2, height + 2],
    ]);
  return {
    width,
    height,
    outline: geoPath(projection).digits(1)(country) ?? '',
    locate(longitude, latitude) {
      const [x, y] = projection([longitude, latitude]) ?? [0, 0];
      return { x, y };
    },
  };
}
