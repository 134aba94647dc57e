import { Search } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ModuleSpec } from '../../model/catalogue';
import { useEditing } from '../../store/editing';
import type { PickerAsk } from '../../store/stage';
import { focusModule } from '../keys/walk';
import { PickerRow } from './PickerRow';
import { search } from './search';
import { sections, type Section } from './sections';
import { useEntries } from './useEntries';

const WIDTH = 440;
const HEIGHT = 560;

/** Search and choose what comes next. Arrows move, Enter adds, Shift+Enter adds and stays for the next one. */
export function PickerDialog({ ask }: { readonly ask: PickerAsk }): ReactNode {
    const editing = useEditing();
    const { texts, stage, draft, commands, fields, specs } = editing;
    const [query, setQuery] = useState('');
    const [at, setAt] = useState(0);
    const entries = useEntries();
    const dialog = useRef<HTMLDivElement>(null);
    const id = useId();
    const shown = useMemo((): readonly Section[] => {
        if (query.trim() === '') return sections([...specs.values()], draft.document.get().blueprint, ask);
        const allowed = entries.filter(({ spec }) => spec.kind !== 'trigger' || ask.start || (ask.after === undefined && !ask.into && !ask.guards));
        return [{ title: '', specs: search(allowed, query) }];
    }, [query, entries, ask, specs, draft]);
    const rows = shown.flatMap((section) => section.specs);
    useEffect(() => {
        const outside = (event: PointerEvent): void => {
            const target = event.target as Element;
            if (!dialog.current?.contains(target) && !target.closest('.tt-capsule,.tt-router,.tt-plus,[data-testid="add-route"]')) stage.picker.set(null);
        };
        document.addEventListener('pointerdown', outside, true);
        return () => document.removeEventListener('pointerdown', outside, true);
    }, [stage]);
    useEffect(() => {
        document.getElementById(`${id}${at}`)?.scrollIntoView({ block: 'nearest' });
    }, [at, id]);

    const choose = (spec: ModuleSpec, stay: boolean): void => {
        const no = commands.add(spec, ask);
        stage.picker.set(null);
        if (stay) {
            requestAnimationFrame(() => stage.picker.set({ x: ask.x, y: ask.y, after: no }));
            return;
        }
        commands.open(no);
        const first = spec.fields.find((f) => f.required && f.default === undefined);
        if (first) fields.wanted.set({ no, key: first.key });
        else focusModule(editing, no);
    };
    const close = (): void => {
        stage.picker.set(null);
        const no = ask.after ?? ask.into?.from ?? (ask.guards?.kind === 'module' ? ask.guards.no : undefined);
        if (no !== undefined) focusModule(editing, no);
    };
    const key = (event: KeyboardEvent): void => {
        const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        const spec = rows[at];
        if (by && rows.length > 0) setAt((at + by + rows.length) % rows.length);
        else if (event.key === 'Enter' && spec) choose(spec, event.shiftKey);
        else if (event.key === 'Escape') close();
        else return;
        event.preventDefault();
        event.stopPropagation();
    };
    let row = 0;
    return (
        <div ref={dialog} role="dialog" aria-label={texts.t('editor.picker')} className="tt-picker" data-testid="picker" style={position(ask)} onKeyDown={key} onDoubleClick={(event) => event.stopPropagation()}>
            <div className="tt-picker-search">
                <Search size={16} aria-hidden="true" />
                <input
                    autoFocus role="combobox" aria-expanded="true" aria-controls={`${id}list`} aria-autocomplete="list" aria-activedescendant={rows[at] ? `${id}${at}` : undefined}
                    aria-label={texts.t('editor.picker.search')} placeholder={texts.t('editor.picker.search')} value={query}
                    onChange={(event) => (setQuery(event.target.value), setAt(0))}
                />
            </div>
            <div className="tt-picker-list" role="listbox" id={`${id}list`} aria-label={texts.t('editor.picker')}>
                {shown.map((section) => (
                    <div key={section.title} role="group" aria-label={title(section)}>
                        {section.title && <div className="tt-picker-title" aria-hidden="true">{title(section)}</div>}
                        {section.specs.map((spec) => {
                            const place = row++;
                            return <PickerRow key={spec.ref} id={`${id}${place}`} spec={spec} chosen={place === at} onPoint={() => setAt(place)} onChoose={(stay) => choose(spec, stay)} />;
                        })}
                    </div>
                ))}
            </div>
            {rows.length === 0 && (
                <div className="tt-picker-none">
                    <p>{texts.t('editor.picker.none', query)}</p>
                    {specs.get('http:request') && <button type="button" className="tt-btn tt-btn-ghost" onClick={() => { const http = specs.get('http:request'); if (http) choose(http, false); }}>{texts.t('editor.picker.http')}</button>}
                </div>
            )}
        </div>
    );

    function title(section: Section): string {
        return section.app || section.title === '' ? section.title : texts.t(section.title);
    }
}

/** Beside its anchor, turned so that it stays on the part of the canvas that no panel covers. */
function position({ x, y }: PickerAsk): { readonly left: number; readonly top: number; readonly height: number } {
    const canvas = document.querySelector('.tt-canvas')?.getBoundingClientRect();
    const data = document.querySelector('.tt-data-column')?.getBoundingClientRect();
    const [left, top, bottom] = [canvas?.left ?? 0, canvas?.top ?? 0, canvas?.bottom ?? window.innerHeight];
    const right = Math.min(canvas?.right ?? window.innerWidth, data?.left ?? window.innerWidth);
    const height = Math.min(HEIGHT, bottom - top - 24);
    return {
        left: Math.max(left + 12, Math.min(x, right - WIDTH - 12)) - left,
        top: Math.max(top + 12, Math.min(y, bottom - height - 12)) - top,
        height,
    };
}
