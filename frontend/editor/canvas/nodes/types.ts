import type { Edge, Node } from '@xyflow/react';

export type ModuleNode = Node<{ readonly no: number }, 'capsule' | 'router'>;
export type GhostNode = Node<{ readonly no: null }, 'ghost'>;
export type NoteNode = Node<{ readonly id: string }, 'note'>;
export type CanvasNode = ModuleNode | GhostNode | NoteNode;
export type CanvasLink = Edge<{ readonly from: number; readonly to: number }, 'link'>;

export const NOTE = 'note:';
export const GHOST = 'ghost';
