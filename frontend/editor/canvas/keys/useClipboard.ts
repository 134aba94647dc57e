import { useEffect } from 'react';
import type { Point } from '../../model/blueprint';
import { useEditing } from '../../store/editing';
import { chosen } from '../commands/select';
import { typing } from './chord';

/** The clipboard's own events, where the canvas or nothing at all has the focus. */
export function useClipboard(): void {
    const editing = useEditing();
    useEffect(() => {
        const { commands, stage } = editing;
        let pointer: { x: number; y: number } | null = null;
        const canvas = (): Element | null => document.querySelector('.tt-canvas');
        const ours = (event: ClipboardEvent): boolean => {
            const active = document.activeElement;
            return !typing(event.target) && (active === document.body || (canvas()?.contains(active) ?? false)) && !getSelection()?.toString();
        };
        const copy = (event: ClipboardEvent): void => {
            const text = ours(event) ? commands.copyText() : '';
            if (!text) return;
            event.preventDefault();
            event.clipboardData?.setData('text/plain', text);
            if (event.type === 'cut') commands.remove([...chosen(editing)]);
        };
        const paste = (event: ClipboardEvent): void => {
            if (!ours(event)) return;
            event.preventDefault();
            commands.paste(event.clipboardData?.getData('text/plain') ?? '', place());
        };
        const place = (): Point => {
            const view = stage.view.get();
            return (pointer ? view?.toCanvas(pointer) : view?.middle()) ?? [80, 160];
        };
        const move = (event: PointerEvent): void => {
            pointer = canvas()?.contains(event.target as Node) ? { x: event.clientX, y: event.clientY } : null;
        };
        document.addEventListener('copy', copy);
        document.addEventListener('cut', copy);
        document.addEventListener('paste', paste);
        document.addEventListener('pointermove', move, { passive: true });
        return () => {
            document.removeEventListener('copy', copy);
            document.removeEventListener('cut', copy);
            document.removeEventListener('paste', paste);
            document.removeEventListener('pointermove', move);
        };
    }, [editing]);
}
