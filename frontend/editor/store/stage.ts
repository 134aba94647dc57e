import type { Obstacle } from '../canvas/graph';
import type { Guarded } from '../canvas/guarded';
import type { Point } from '../model/blueprint';
import type { Run } from '../model/runs';
import { cell, type Cell } from './cell';

/** Where a module picker was opened, and what the chosen module will be joined to. */
export interface PickerAsk {
    /** Point on the screen the picker is anchored to. */
    readonly x: number;
    readonly y: number;
    /** Joined after this module. */
    readonly after?: number;
    /** Put into this link. */
    readonly into?: { readonly from: number; readonly to: number };
    /** Begins the route that handles these errors. */
    readonly guards?: Guarded;
    /** Chosen as the start of the scenario. */
    readonly start?: boolean;
    /** Place on the canvas; otherwise worked out from what it is joined to. */
    readonly place?: Point;
}

export type Question =
    | { readonly kind: 'keep-route'; readonly no: number }
    | { readonly kind: 'delete-many'; readonly nos: readonly number[] }
    | { readonly kind: 'publish' }
    | { readonly kind: 'discard' }
    | { readonly kind: 'shortcuts' }
    | { readonly kind: 'inputs' }
    | { readonly kind: 'replay'; readonly run: Run }
    | { readonly kind: 'start-from'; readonly no: number }
    | { readonly kind: 'import'; readonly text: string; readonly format: Foreign; readonly at: Point };

/** Other automation tools whose scenarios can be taken over. */
export type Foreign = 'make' | 'n8n';

/** A menu opened on the canvas, at a point of the screen. */
export interface MenuAsk {
    readonly x: number;
    readonly y: number;
    readonly page: { readonly kind: 'module'; readonly no: number } | { readonly kind: 'fails'; readonly guarded: Guarded };
}

/** How the canvas is looked at; set by React Flow once it is there. */
export interface View {
    toCanvas(screen: { readonly x: number; readonly y: number }): Point;
    toScreen(point: Point): { readonly x: number; readonly y: number };
    middle(): Point;
    fit(nos?: readonly number[]): void;
    zoom(change: 'in' | 'out' | 'reset'): void;
    reveal(no: number): void;
}

export interface Connecting {
    readonly from: number;
    readonly obstacles: ReadonlyMap<number, Obstacle>;
    /** The link begins a route for the errors of the module. */
    readonly error?: boolean;
}

/** What happens on the canvas right now and is not part of the scenario. */
export interface Stage {
    readonly view: Cell<View | null>;
    readonly picker: Cell<PickerAsk | null>;
    readonly menu: Cell<MenuAsk | null>;
    /** A link is being drawn from this module; the map says where it cannot end. */
    readonly connecting: Cell<Connecting | null>;
    readonly renaming: Cell<number | null>;
    readonly tool: Cell<'hand' | 'select'>;
    /** A module held over this link would be put into it. */
    readonly dropLink: Cell<string | null>;
    /** The module that the arrow keys move, and where it was. */
    readonly moving: Cell<{ readonly no: number; readonly at: Point } | null>;
    /** Modules that undo or redo has just changed. */
    readonly flash: Cell<ReadonlySet<number>>;
    /** The module that was added last: it springs in. */
    readonly fresh: Cell<number | null>;
    readonly question: Cell<Question | null>;
    readonly problemsOpen: Cell<boolean>;
    readonly coach: Cell<'map' | 'publish' | null>;
}

export function stage(): Stage {
    return {
        view: cell<View | null>(null),
        picker: cell<PickerAsk | null>(null),
        menu: cell<MenuAsk | null>(null),
        connecting: cell<Connecting | null>(null),
        renaming: cell<number | null>(null),
        tool: cell<'hand' | 'select'>('hand'),
        dropLink: cell<string | null>(null),
        moving: cell<{ no: number; at: Point } | null>(null),
        flash: cell<ReadonlySet<number>>(new Set()),
        fresh: cell<number | null>(null),
        question: cell<Question | null>(null),
        problemsOpen: cell(false),
        coach: cell<'map' | 'publish' | null>(null),
    };
}
