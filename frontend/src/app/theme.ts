import { type CSSVariablesResolver, createTheme } from '@mantine/core';

/** The head of a dialog is a `header`, which would be a second banner beside the page's own. */
const dialog = {
  attributes: { header: { role: 'presentation' } },
  closeButtonProps: { 'aria-label': 'Close' },
};

/**
 * Choices drop down inside the page's main landmark, and their list itself scrolls: the arrow keys
 * of the field move through it.
 */
const choices = {
  comboboxProps: { portalProps: { target: '#main' } },
  withScrollArea: false,
  classNames: { options: 'choices' },
};

export const theme = createTheme({
  primaryColor: 'indigo',
  autoContrast: true,
  luminanceThreshold: 0.35,
  primaryShade: { light: 8, dark: 7 },
  defaultRadius: 'md',
  focusRing: 'auto',
  respectReducedMotion: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  components: {
    Modal: { defaultProps: dialog },
    Drawer: { defaultProps: dialog },
    Select: { defaultProps: choices },
    MultiSelect: { defaultProps: choices },
  },
});

/** Mantine's light error, dimmed and placeholder colours miss 4.5:1; these pass. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-error': '#b42318',
    '--mantine-color-dimmed': '#52606d',
    '--mantine-color-placeholder': '#66717d',
  },
  dark: {
    '--mantine-color-error': '#ff8787',
    '--mantine-color-anchor': 'var(--mantine-color-indigo-3)',
    '--mantine-color-dimmed': '#a6adb4',
    '--mantine-color-placeholder': '#969da4',
  },
});
