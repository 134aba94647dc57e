import { Check, Copy } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useEditing } from '../store/editing';
import { toClipboard } from './clipboard';

/** Copies a text and says so. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }): ReactNode {
    const { announce, texts } = useEditing();
    const [done, setDone] = useState(false);
    const copy = async (): Promise<void> => {
        await toClipboard(text);
        setDone(true);
        announce(texts.t('editor.copied'));
        setTimeout(() => setDone(false), 1600);
    };
    return (
        <button type="button" className="tt-btn tt-btn-ghost" onClick={() => void copy()}>
            {done ? <Check size={14} /> : <Copy size={14} />}
            {done ? texts.t('editor.copied') : label}
        </button>
    );
}
