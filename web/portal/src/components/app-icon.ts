import { h, type FunctionalComponent } from 'vue';

/** Drawings on a 24 × 24 grid, as lines. Own drawings: an icon font would be fetched from elsewhere. */
const PATHS = {
  home: 'M4 11.5 12 4l8 7.5M6 10v10h4.5v-6h3v6H18V10',
  search: 'M10.5 17a6.5 6.5 0 1 1 0-13 6.5 6.5 0 0 1 0 13ZM15.3 15.3 20 20',
  topic: 'M4 6h7l9 9-5.5 5.5L5 11.5 4 6ZM8.2 9.2h.1',
  department: 'M3 20h18M5 20v-9M9.5 20v-9M14.5 20v-9M19 20v-9M3 11h18L12 4 3 11Z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20c.6-3.9 3.6-6 7.5-6s6.9 2.1 7.5 6',
  enterprise: 'M4 20V7l8-3v16M12 10h8v10M3 20h18M7.5 9.500h1M7.5 13h1M7.5 16.500h1M15.5 13.500h1M15.5 17h1',
  family:
    'M8.5 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM16.5 12.500a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.600ZM3 19.500c.4-3.6 2.6-5.5 5.5-5.500s5.1 1.9 5.5 5.500M15.5 15.200c2.9-.4 5.1 1.3 5.5 4.3',
  bell: 'M6 17h12c-1.3-1.3-1.7-3-1.7-6.500C16.3 7.3 14.5 5 12 5s-4.3 2.3-4.3 5.500C7.7 14 7.3 15.7 6 17ZM10.3 20h3.400M12 3v2',
  phone:
    'M6 4h3l1.5 4.5-2 1.500a12 12 0 0 0 5.5 5.500l1.5-2L20 15v3a2 2 0 0 1-2.2 2C10.5 19.3 4.7 13.5 4 6.200A2 2 0 0 1 6 4Z',
  external: 'M13.5 4H20v6.500M20 4l-9 9M17 14v5.500H4.500V7H10',
  share: 'M12 15V3.500M7.5 8 12 3.5 16.5 8M6 11.500H4.500v9h15v-9H18',
  clock: 'M12 20.500a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7v5.300l3.5 2',
  check: 'm5 12.5 4.5 4.500L19 7.5',
  document: 'M6 3.500h8.500L18.5 8v12.500H6v-17ZM14 3.500V8.500h4.500M9 12.500h6.500M9 16h6.5',
  place:
    'M12 21c4.3-4.5 6.5-8 6.5-11a6.5 6.5 0 0 0-13 0c0 3 2.2 6.5 6.5 11ZM12 12.300a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.600Z',
  right: 'm9 5 7 7-7 7',
  close: 'M6 6l12 12M18 6 6 18',
  info: 'M12 20.500a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 11v5.500M12 7.600h.1',
  feed: 'M5 19h.1M5 12.500a6.5 6.5 0 0 1 6.5 6.500M5 6a13 13 0 0 1 13 13',
} as const;

export type IconName = keyof typeof PATHS;

/** A small drawing beside words; never the only carrier of a meaning, so hidden from screen readers. */
export const AppIcon: FunctionalComponent<{ name: IconName }> = ({ name }) =>
  h('svg', { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' }, [
    h('path', { d: PATHS[name] }),
  ]);
AppIcon.props = ['name'];
