import { NodeResizer, type NodeProps } from '@xyflow/react';
import { Trash2 } from 'lucide-react';
import { Fragment, memo, useState, type ReactNode } from 'react';
import { useCell } from '../../store/cell';
import { useEditing } from '../../store/editing';
import type { NoteNode } from './types';

const TINTS = ['amber', 'green', 'blue', 'grey'] as const;

/** A note on the canvas: double click writes, the corner resizes. */
function Card({ data: { id }, selected }: NodeProps<NoteNode>): ReactNode {
    const { draft, texts } = useEditing();
    const note = useCell(draft.document, ({ blueprint }) => blueprint.notes.find((n) => n.id === id));
    const [writing, setWriting] = useState(note?.text === '');
    if (!note) return null;
    const put = (part: Partial<typeof note>): void => void draft.commit(texts.t('editor.step.note'), [{ op: 'setNote', note: { ...note, ...part } }], `note:${id}`);
    return (
        <div className={`tt-note tt-note-${note.tint}`} data-testid={`note-${id}`} onDoubleClick={() => !draft.readOnly && setWriting(true)}>
            {selected && !draft.readOnly && (
                <>
                    <NodeResizer minWidth={120} minHeight={60} onResizeEnd={(_event, { x, y, width, height }) => put({ at: [x, y], size: [width, height] })} />
                    <div className="tt-note-tools nodrag">
                        {TINTS.map((tint) => (
                            <button key={tint} type="button" className={`tt-note-${tint}`} aria-label={texts.t(`editor.note.${tint}`)} aria-pressed={note.tint === tint} onClick={() => put({ tint })} />
                        ))}
                        <button type="button" aria-label={texts.t('editor.delete')} onClick={() => draft.commit(texts.t('editor.step.noteDelete'), [{ op: 'removeNote', note: id }])}>
                            <Trash2 size={14} />
                        </button>
                    </div>
                </>
            )}
            {writing ? (
                <textarea
                    className="nodrag nowheel" aria-label={texts.t('editor.note')} autoFocus value={note.text}
                    onChange={(event) => put({ text: event.target.value })}
                    onBlur={() => (draft.seal(), setWriting(false))}
                    onKeyDown={(event) => (event.stopPropagation(), event.key === 'Escape' && setWriting(false))}
                />
            ) : (
                <p>{note.text ? marked(note.text) : texts.t('editor.note.empty')}</p>
            )}
        </div>
    );
}

/** The one mark that notes know: `**strong**`. Never HTML. */
function marked(text: string): readonly ReactNode[] {
    return text.split(/\*\*(.+?)\*\*/g).map((part, index) => (index % 2 ? <b key={index}>{part}</b> : <Fragment key={index}>{part}</Fragment>));
}

export const NoteCard = memo(Card, (before, now) => before.id === now.id && before.selected === now.selected);
