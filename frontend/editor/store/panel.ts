/** What the docked panel on the right shows. */
export type Panel =
    | { readonly kind: 'closed' }
    | { readonly kind: 'module'; readonly no: number; readonly tab: PanelTab }
    | { readonly kind: 'link'; readonly from: number; readonly to: number }
    | { readonly kind: 'request' }
    | { readonly kind: 'group'; readonly id: string }
    | { readonly kind: 'scenario' }
    | { readonly kind: 'incomplete' };

export type PanelTab = 'settings' | 'input' | 'output' | 'notes';

export const CLOSED: Panel = { kind: 'closed' };
