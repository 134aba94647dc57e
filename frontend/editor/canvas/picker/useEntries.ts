import { useEffect, useState } from 'react';
import type { ModuleSpec } from '../../model/catalogue';
import { useEditing, type Editing } from '../../store/editing';
import { index, type Entry } from './search';

const fetched = new WeakMap<Editing, Promise<readonly ModuleSpec[]>>();

/** The searchable catalogue; the names of the other language are fetched once, when somebody first searches. */
export function useEntries(): readonly Entry[] {
    const editing = useEditing();
    const { specs, api, texts } = editing;
    const [entries, setEntries] = useState(() => index([...specs.values()], []));
    useEffect(() => {
        let over = false;
        const other = texts.language.startsWith('fr') ? 'en' : 'fr';
        const ask = fetched.get(editing) ?? api.http<{ items: readonly ModuleSpec[] }>(`/modules?lang=${other}`).then((page) => page.items);
        fetched.set(editing, ask);
        ask.then(
            (others) => !over && setEntries(index([...specs.values()], others)),
            () => fetched.delete(editing),
        );
        return () => void (over = true);
    }, [api, editing, specs, texts]);
    return entries;
}
