import type { Blueprint, Group, Link, Module, Note, Point, Retry } from '../model/blueprint';
import type { Json } from '../model/json';

/** One change to a draft, as it is sent to the server and kept for undo. */
export type Change =
    | { readonly op: 'addModule'; readonly module: Module }
    | { readonly op: 'removeModule'; readonly no: number }
    | { readonly op: 'moveModules'; readonly moves: readonly Move[] }
    | { readonly op: 'setValue'; readonly no: number; readonly key: string; readonly value?: Json }
    | { readonly op: 'renameModule'; readonly no: number; readonly name?: string }
    | { readonly op: 'setConnection'; readonly no: number; readonly connection?: string }
    | { readonly op: 'setDisabled'; readonly no: number; readonly disabled: boolean }
    | { readonly op: 'setRetry'; readonly no: number; readonly retry?: Retry }
    | { readonly op: 'addLink'; readonly link: Link }
    | { readonly op: 'removeLink'; readonly from: number; readonly to: number }
    | { readonly op: 'setLink'; readonly from: number; readonly to: number; readonly link: Link }
    | { readonly op: 'addGroup'; readonly group: Group }
    | { readonly op: 'setGroup'; readonly group: Group }
    | { readonly op: 'removeGroup'; readonly group: string }
    | { readonly op: 'addNote'; readonly note: Note }
    | { readonly op: 'setNote'; readonly note: Note }
    | { readonly op: 'removeNote'; readonly note: string }
    | { readonly op: 'setSetting'; readonly key: string; readonly value?: Json }
    | { readonly op: 'rename'; readonly name: string }
    | { readonly op: 'replace'; readonly blueprint: Blueprint };

export interface Move {
    readonly no: number;
    readonly at: Point;
}

/** A change with the identity that lets the server recognise a repeated one. */
export type Edit = Change & { readonly id: string };

/** What edits change: the scenario's name and its blueprint. */
export interface Document {
    readonly name: string;
    readonly blueprint: Blueprint;
}

/** The modules that changes are about. */
export function touched(changes: readonly Change[]): readonly number[] {
    const nos = changes.flatMap((change): readonly number[] => {
        switch (change.op) {
            case 'addModule':
                return [change.module.no];
            case 'moveModules':
                return change.moves.map((move) => move.no);
            case 'addLink':
            case 'setLink':
                return [change.link.to];
            case 'setValue':
            case 'renameModule':
            case 'setConnection':
            case 'setDisabled':
            case 'setRetry':
                return [change.no];
            default:
                return [];
        }
    });
    return [...new Set(nos)];
}
