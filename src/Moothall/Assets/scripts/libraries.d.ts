// Neither package carries types; these are the parts the site uses.
declare module "govuk-frontend" {
  type Component = new (root: HTMLElement) => unknown;
  export const Button: Component;
  export const CharacterCount: Component;
  export const Checkboxes: Component;
  export const ErrorSummary: Component;
  export const NotificationBanner: Component;
  export const PasswordInput: Component;
  export const Radios: Component;
  export const ServiceNavigation: Component;
  export const SkipLink: Component;
  export function createAll(component: Component): void;
}

declare module "accessible-autocomplete" {
  interface Options {
    selectElement: HTMLSelectElement;
    defaultValue?: string;
    showAllValues?: boolean;
    autoselect?: boolean;
    confirmOnBlur?: boolean;
    showNoOptionsFound?: boolean;
    tNoResults?: () => string;
  }
  interface Box {
    element: HTMLElement;
    id: string;
    name: string;
    source: (typed: string, show: (names: string[]) => void) => void;
    defaultValue?: string;
    minLength?: number;
    autoselect?: boolean;
    onConfirm?: (chosen: string | undefined) => void;
    tNoResults?: () => string;
  }
  const accessibleAutocomplete: {
    (box: Box): void;
    enhanceSelectElement(options: Options): void;
  };
  export default accessibleAutocomplete;
}
