import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { useEditing } from '../../store/editing';

export interface RowToolsProps {
    readonly index: number;
    readonly count: number;
    readonly onMove: (to: number) => void;
    readonly onRemove: () => void;
}

/** Up, down and away, for one row of a list. */
export function RowTools({ index, count, onMove, onRemove }: RowToolsProps): ReactElement | null {
    const { texts, draft } = useEditing();
    if (draft.readOnly) return null;
    return (
        <span className="tt-row-tools">
            {count > 1 && (
                <>
                    <button type="button" className="tt-icon-btn" disabled={index === 0} aria-label={texts.t('mapping.up', index + 1)} onClick={() => onMove(index - 1)}>
                        <ArrowUp size={14} aria-hidden />
                    </button>
                    <button type="button" className="tt-icon-btn" disabled={index === count - 1} aria-label={texts.t('mapping.down', index + 1)} onClick={() => onMove(index + 1)}>
                        <ArrowDown size={14} aria-hidden />
                    </button>
                </>
            )}
            <button type="button" className="tt-icon-btn" aria-label={texts.t('mapping.remove', index + 1)} onClick={onRemove}>
                <Trash2 size={14} aria-hidden />
            </button>
        </span>
    );
}
