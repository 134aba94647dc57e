import type { ReactNode } from 'react';
import { useTexts } from '../store/editing';
import { Dialog } from '../ui/Dialog';

const KEYS: readonly (readonly [keys: string, text: string])[] = [
    ['/ · N', 'add'], ['Enter', 'open'], ['← →', 'along'], ['↑ ↓', 'routes'], ['Shift+← →', 'selectAlong'], ['M', 'move'], ['C', 'connect'],
    ['Del', 'delete'], ['Shift+Del', 'deleteOnly'], ['Ctrl+C X V D A', 'clipboard'], ['Ctrl+Z · Ctrl+Shift+Z', 'undo'], ['F2', 'rename'],
    ['D', 'disable'], ['F', 'filter'], ['E', 'fails'], ['G', 'group'], ['I · O', 'data'], ['R', 'drawer'], ['V', 'select'], ['Ctrl+Enter', 'run'], ['Shift+S', 'note'],
    ['Shift+Alt+T', 'align'], ['+ − 0 1 2', 'zoom'], ['Ctrl+F6', 'region'],
];

/** The keyboard map. */
export function Shortcuts({ onClose }: { readonly onClose: () => void }): ReactNode {
    const { t } = useTexts();
    return (
        <Dialog title={t('editor.more.shortcuts')} className="tt-wide" onClose={onClose} footer={<button type="button" className="tt-btn tt-btn-ink" onClick={onClose}>{t('editor.done')}</button>}>
            <dl className="tt-keys">
                {KEYS.map(([keys, text]) => (
                    <div key={text}>
                        <dt><kbd>{keys}</kbd></dt>
                        <dd>{t(`editor.key.${text}`)}</dd>
                    </div>
                ))}
            </dl>
        </Dialog>
    );
}
