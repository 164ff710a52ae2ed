import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const grove: MantineColorsTuple = [
  '#eef8f1',
  '#dcefe2',
  '#b7dfc4',
  '#8fcea4',
  '#6cbf89',
  '#55b577',
  '#3c9a5f',
  '#2c7d4a',
  '#22653b',
  '#174a2a',
];

const dark: MantineColorsTuple = [
  '#d5dad6',
  '#b9c0bb',
  '#9ba39d',
  '#6c756f',
  '#3f4742',
  '#2f3632',
  '#232926',
  '#171a18',
  '#121513',
  '#0d0f0e',
];

/** Timegrove's look: quiet green, compact, borders instead of shadows. */
export const theme = createTheme({
  primaryColor: 'grove',
  primaryShade: { light: 7, dark: 7 },
  colors: { grove, dark },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, monospace',
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Paper: { defaultProps: { withBorder: true, radius: 'md' } },
    // A menu holds nothing but its items; the placeholder would be one thing more.
    Menu: { defaultProps: { shadow: 'md', withInitialFocusPlaceholder: false } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
    // Days of other months and red weekends are too pale to read.
    DatePicker: { defaultProps: { hideOutsideDates: true, weekendDays: [] } },
    Modal: { defaultProps: { radius: 'md', centered: true } },
  },
});

/** The surfaces, and Mantine's muted texts made strong enough to reach 4.5 : 1 on all of them. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--line': 'var(--mantine-color-default-border)' },
  light: {
    '--surface': '#ffffff',
    '--surface-low': '#f7f9f7',
    '--mantine-color-dimmed': '#59625c',
    '--mantine-color-placeholder': '#6a736d',
    '--mantine-color-error': '#c92a2a',
    '--mantine-color-default-border': '#dde2de',
    '--mantine-color-text': '#1c211e',
  },
  dark: {
    '--surface': dark[7],
    '--surface-low': '#131614',
    '--mantine-color-dimmed': '#a3aba5',
    '--mantine-color-placeholder': '#8f9892',
    '--mantine-color-error': '#ff8787',
    '--mantine-color-default-border': '#343b37',
    '--mantine-color-text': '#d5dad6',
  },
});
