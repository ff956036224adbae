import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';

import { graphql, type ResultOf } from '#client/graphql.ts';
import { Loaded } from '#client/ui/Loaded.tsx';
import { bubbleScale, legendCounts } from './bubbleScale.ts';
import { countryFrame, type MapFrame, townFrame } from './mapFrames.ts';
import { type Bubble, MapPanel } from './MapPanel.tsx';
import { movedApart } from './movedApart.ts';
import { holdsName, nameHeight, nameWidth } from './placedLabels.ts';
import { placeName } from './placeName.ts';
import { PlaceTable } from './PlaceTable.tsx';
import './HitMap.css';

export const HitMap_query = graphql(`
  query HitMap {
    areas {
      code
      name
      kind
      latitude
      longitude
      parent {
        code
        name
      }
    }
  }
`);

type Area = ResultOf<typeof HitMap_query>['areas'][number];

interface Figures {
  /** How many hits serve each area directly, by its code. */
  readonly areas: readonly { readonly value: string; readonly count: number }[];
  /** Codes of the areas that are chosen. */
  readonly selected: readonly string[];
  readonly onToggle: (code: string) => void;
}

/** Kart over treff. Where the hits are, on a map and in a table beside it; both show and change what is chosen. */
export function HitMap(figures: Figures) {
  const [result] = useQuery({ query: HitMap_query });

  return (
    <Loaded result={result} waiting={<div className="hit-map-waiting" />}>
      {({ areas }) => <Atlas all={areas} {...figures} />}
    </Loaded>
  );
}

function Atlas({ all, areas, selected, onToggle }: Figures & { all: readonly Area[] }) {
  const { formatMessage, formatNumber } = useIntl();
  const country = useMemo(() => countryFrame(), []);
  const towns = useMemo(() => townsOf(all), [all]);

  const counts = new Map(areas.map(({ value, count }) => [value, count]));
  const shown = all.filter(({ code }) => counts.has(code) || selected.includes(code));
  const townsShown = towns.filter(({ districts }) => districts.some((one) => shown.includes(one)));
  const largest = Math.max(1, ...shown.filter(isOnMap).map(({ code }) => counts.get(code) ?? 0));
  const radiusOf = bubbleScale(largest, 26);

  const bubblesIn = (frame: MapFrame, among: readonly Area[]): Bubble[] =>
    among
      .filter((area) => isOnMap(area) && shown.includes(area))
      .map((area) => ({
        code: area.code,
        shortName: area.name,
        name: placeName(area),
        count: counts.get(area.code) ?? 0,
        radius: radiusOf(counts.get(area.code) ?? 0),
        isSelected: selected.includes(area.code),
        ...frame.locate(area.longitude ?? 0, area.latitude ?? 0),
      }))
      .toSorted((a, b) => b.count - a.count);

  const rows = shown.map((area) => ({
    code: area.code,
    name:
      area.kind === 'COUNTY' || area.kind === 'COUNTRY'
        ? formatMessage({ id: `map.whole.${area.kind}` }, { area: area.name })
        : placeName(area),
    level: formatMessage({ id: `areaKind.${area.kind}` }),
    count: counts.get(area.code) ?? 0,
    isSelected: selected.includes(area.code),
  }));

  if (shown.length === 0) return <p className="quiet">{formatMessage({ id: 'map.none' })}</p>;
  return (
    <div className="hit-map">
      <div className="hit-map-sheets">
        <figure className="hit-map-country">
          <MapPanel
            frame={country}
            title={formatMessage({ id: 'map.country' })}
            bubbles={bubblesIn(
              country,
              all.filter(({ kind }) => kind === 'MUNICIPALITY'),
            )}
            parts={townsShown.map(({ town, districts }) => ({
              name: town.name,
              ...country.locate(mean(districts, 'longitude'), mean(districts, 'latitude')),
            }))}
            onToggle={onToggle}
          />
          <figcaption>
            <Legend counts={legendCounts(largest)} radiusOf={radiusOf} />
            {formatMessage({ id: 'map.legend' })}
          </figcaption>
        </figure>
        {townsShown.map(({ town, districts, frame }) => {
          const bubbles = spreadOut(bubblesIn(frame, districts), frame);
          return (
            <figure key={town.code} className="hit-map-town">
              <figcaption>
                {town.name}
                <span className="quiet">
                  {formatMessage(
                    { id: 'map.townCount' },
                    { count: formatNumber(counts.get(town.code) ?? 0) },
                  )}
                </span>
              </figcaption>
              <MapPanel
                frame={frame}
                title={formatMessage({ id: 'map.town' }, { town: town.name })}
                bubbles={bubbles}
                isNamedThroughout
                onToggle={onToggle}
              />
            </figure>
          );
        })}
      </div>
      <PlaceTable rows={rows} onToggle={onToggle} />
    </div>
  );
}

function Legend({
  counts,
  radiusOf,
}: {
  counts: readonly number[];
  radiusOf: (count: number) => number;
}) {
  const tallest = radiusOf(counts[0] ?? 1);
  // Two figures closer than this would lie on each other.
  const hasRoom = (count: number, index: number) =>
    index === 0 || (radiusOf(counts[index - 1] ?? 1) - radiusOf(count)) * 2 > 13;
  return (
    <svg
      className="map-legend"
      width={tallest * 2 + 44}
      height={tallest * 2 + 14}
      aria-hidden="true"
    >
      {counts.filter(hasRoom).map((count) => {
        const radius = radiusOf(count);
        const top = tallest * 2 + 10 - radius * 2;
        return (
          <g key={count}>
            <circle cx={tallest + 2} cy={top + radius} r={radius} />
            <line x1={tallest + 2} x2={tallest * 2 + 8} y1={top} y2={top} />
            <text x={tallest * 2 + 12} y={top + 4}>
              {count}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** So that each has room for its bubble and its name. */
function spreadOut(bubbles: readonly Bubble[], frame: MapFrame): Bubble[] {
  const places = movedApart(
    bubbles.map(({ x, y, radius, shortName }) => ({
      x,
      y,
      halfWidth: Math.max(radius, nameWidth(shortName) / 2),
      halfHeight: Math.max(radius, nameHeight / 2) + (holdsName(radius) ? 0 : nameHeight / 2),
    })),
    frame,
  );
  return bubbles.map((bubble, index) => {
    const { x, y } = places[index] ?? bubble;
    return { ...bubble, x, y: holdsName(bubble.radius) ? y : y - nameHeight / 2 };
  });
}

const isOnMap = ({ kind, latitude, longitude }: Area) =>
  (kind === 'MUNICIPALITY' || kind === 'CITY_DISTRICT') && latitude !== null && longitude !== null;

const mean = (areas: readonly Area[], coordinate: 'latitude' | 'longitude') =>
  areas.reduce((sum, area) => sum + (area[coordinate] ?? 0), 0) / areas.length;

/** The municipalities that are divided, the one with the most districts first. */
function townsOf(places: readonly Area[]) {
  const districts = places.filter((area) => area.kind === 'CITY_DISTRICT' && isOnMap(area));
  return places
    .map((town) => ({
      town,
      districts: districts.filter(({ parent }) => parent?.code === town.code),
    }))
    .filter((one) => one.districts.length > 1)
    .toSorted((a, b) => b.districts.length - a.districts.length)
    .map(({ town, districts: inTown }) => ({
      town,
      districts: inTown,
      frame: townFrame(inTown.map(({ longitude, latitude }) => [longitude ?? 0, latitude ?? 0])),
    }));
}
