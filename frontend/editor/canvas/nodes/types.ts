import type { Edge, Node } from '@xyflow/react';

export type ModuleNode = Node<{ readonly no: number }, 'capsule' | 'router' | 'directive'>;
export type GhostNode = Node<{ readonly no: null }, 'ghost'>;
export type NoteNode = Node<{ readonly id: string }, 'note'>;
export type GroupNode = Node<{ readonly id: string }, 'group-frame'>;
export type CatchNode = Node<{ readonly no: null }, 'catch'>;
export type CanvasNode = ModuleNode | GhostNode | NoteNode | GroupNode | CatchNode;
export type CanvasLink = Edge<{ readonly from: number; readonly to: number }, 'link'> | Edge<Record<string, never>, 'tie'>;

export const NOTE = 'note:';
export const GHOST = 'ghost';
export const GROUP = 'group:';
export const CATCH = 'catch';
