/** What modules are drawn and linked in a way of their own, by their references. */
export const ROUTER = 'flow:router';
export const IF_ELSE = 'flow:ifElse';
export const MERGE = 'flow:merge';
export const RESUME = 'error:resume';
export const BREAK = 'error:break';

const DIRECTIVES: ReadonlySet<string> = new Set([BREAK, RESUME, 'error:ignore', 'error:commit', 'error:rollback']);

/** Whether several ways leave a module of this kind. */
export const splits = (ref: string): boolean => ref === ROUTER || ref === IF_ELSE;

/** Whether it is a disc, not a capsule: ways part or come together here. */
export const isDisc = (ref: string): boolean => splits(ref) || ref === MERGE;

/** Whether it ends an error route: nothing comes after it. */
export const isDirective = (ref: string): boolean => DIRECTIVES.has(ref);

/** Whether its errors can be handled: routers and directives have none. */
export const canFail = (ref: string): boolean => !isDisc(ref) && !isDirective(ref);
