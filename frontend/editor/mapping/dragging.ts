/** The clipboard type under which a dragged row carries its reference, without braces. */
export const DRAGGED = 'application/x-tutti-reference';
