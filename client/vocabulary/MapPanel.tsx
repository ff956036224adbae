import { type KeyboardEvent, useRef, useState } from 'react';
import { useIntl } from 'react-intl';

import { bubbleTowards, isArrow } from './bubbleTowards.ts';
import type { MapFrame } from './mapFrames.ts';
import { holdsName, nameHeight, placedLabels } from './placedLabels.ts';

/** Et sted med treff. */
export interface Bubble {
  readonly code: string;
  /** What stands beside it, and what is read aloud. */
  readonly shortName: string;
  readonly name: string;
  readonly count: number;
  readonly radius: number;
  readonly isSelected: boolean;
  readonly x: number;
  readonly y: number;
}

/** How many of the largest have their names whatever small ones these cover. */
const landmarks = 6;

/** How many of the largest are named on a map where not all are. */
const named = 12;

/**
 * Kartutsnitt med bobler. One stop for Tab; from there the arrows go to the nearest place that way, and Enter or the
 * space bar turns it on or off. What is chosen has a mark and a ring, not only a colour.
 */
export function MapPanel({
  frame,
  title,
  bubbles,
  isNamedThroughout = false,
  parts = [],
  onToggle,
}: {
  frame: MapFrame;
  title: string;
  /** The largest first. */
  bubbles: readonly Bubble[];
  /** Each place has its name across it; else the largest have theirs beside them, where there is room. */
  isNamedThroughout?: boolean;
  /** Places that are drawn larger in a panel of their own. */
  parts?: readonly { name: string; x: number; y: number }[];
  onToggle: (code: string) => void;
}) {
  const { formatMessage } = useIntl();
  const elements = useRef(new Map<string, SVGGElement>());
  const [stop, setStop] = useState<string | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const tabStop = bubbles.find(({ code }) => code === stop) ?? bubbles[0];
  const { width, height, outline } = frame;

  // The one pointed at is named first of all, so that it always has room.
  const names = bubbles
    .filter(({ code, isSelected }, index) => index < named || isSelected || code === pointed)
    .toSorted((a, b) => Number(b.code === pointed) - Number(a.code === pointed))
    .map(({ code, shortName, count, isSelected, radius, x, y }) => ({
      code,
      text: code === pointed ? `${shortName} ${count}` : shortName,
      x,
      y,
      radius,
      isLarge: bubbles.findIndex((bubble) => bubble.code === code) < landmarks,
      mustStand: isSelected || code === pointed,
    }));
  const labels = isNamedThroughout
    ? bubbles.map(({ code, shortName, count, radius, x, y }) => ({
        code,
        text: code === pointed ? `${shortName} ${count}` : shortName,
        x,
        y: y + (holdsName(radius) ? nameHeight * 0.35 : radius + nameHeight * 0.9),
        anchor: 'middle' as const,
      }))
    : placedLabels(names, { width, height, bubbles });

  function handleKey(event: KeyboardEvent, bubble: Bubble) {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onToggle(bubble.code);
    }
    if (!isArrow(event.key)) return;
    event.preventDefault();
    const next = bubbleTowards(event.key, bubble, bubbles);
    if (next) elements.current.get(next.code)?.focus();
  }

  return (
    <svg className="map-panel" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={title}>
      <path className="map-land" d={outline} />
      {parts.map(({ name, x, y }) => (
        <rect key={name} className="map-part" x={x - 7} y={y - 7} width="14" height="14" rx="2" />
      ))}
      {bubbles.map((bubble) => {
        const { code, name, count, radius, isSelected, x, y } = bubble;
        return (
          <g
            key={code}
            ref={(element) => {
              if (element) elements.current.set(code, element);
              else elements.current.delete(code);
            }}
            className="map-bubble"
            role="button"
            tabIndex={code === tabStop?.code ? 0 : -1}
            aria-pressed={isSelected}
            aria-label={formatMessage({ id: 'map.place' }, { name, count })}
            transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}
            onClick={() => onToggle(code)}
            onKeyDown={(event) => handleKey(event, bubble)}
            onFocus={() => {
              setStop(code);
              setPointed(code);
            }}
            onBlur={() => setPointed(null)}
            onPointerEnter={() => setPointed(code)}
            onPointerLeave={() => setPointed(null)}
          >
            <circle className="map-reach" r={Math.max(radius, 16)} />
            <circle className="map-ring" r={radius + 3} />
            <circle className="map-dot" r={radius} />
            {isSelected && <path className="map-check" d="M-4 0l3 3 5-6" />}
          </g>
        );
      })}
      <g aria-hidden="true" className="map-names" fontSize={nameHeight}>
        {labels.map(({ code, text, x, y, anchor }) => (
          <text key={code} x={x} y={y} textAnchor={anchor} data-pointed={code === pointed}>
            {text}
          </text>
        ))}
      </g>
    </svg>
  );
}
