import type { ContactChannel } from './contactOrder.ts';

const bubble = 'M4 5h16v11H10l-4 4v-4H4z';

/** Strokes in a box of 24 by 24. Messengers share a bubble and differ by what is in it; the name always stands beside. */
const strokes: Readonly<Record<ContactChannel, string>> = {
  PHONE:
    'M6 3h3l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z',
  SMS: `${bubble}M8 9h8M8 12h5`,
  EMAIL: 'M3 6h18v12H3zM3 7l9 6 9-6',
  WHATSAPP: `${bubble}M9 8.5c0 2.5 2.5 5 5.5 5`,
  VIBER: `${bubble}M12 8c1.5 0 2.5 1 2.5 2.5M9 8c0 3 2 5 5 5`,
  TELEGRAM: 'M21 4 3 11l6 2.5L18 7l-6.5 7.5V20l3-4 4 3z',
  SIGNAL: `${bubble}M9 11.5l2 2 4-4.5`,
  FACEBOOK: 'M15 4h-2a3 3 0 0 0-3 3v13M7 11h7',
  SPOND: 'M4 5h16v15H4zM4 9h16M8 3v4M16 3v4M8 14l3 3 5-5',
  WEBSITE:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c-5 5.500-5 12.500 0 18M12 3c5 5.500 5 12.500 0 18',
  POST: 'M4 20V9l8-5 8 5v11zM9 20v-6h6v6',
  MEETING_PLACE:
    'M12 21s-7-6-7-11a7 7 0 0 1 14 0c0 5-7 11-7 11zM12 7.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5z',
};

/** A sign for a channel, beside its name and never instead of it. */
export function ChannelIcon({ channel }: { channel: ContactChannel }) {
  return (
    <svg className="channel-icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path
        d={strokes[channel]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
