import type { ReactNode } from 'react';

export interface SettingsPanelProps {
    /** The module whose fields are shown. The frame (header, tabs) is drawn by `panel/ModulePanel.tsx`. */
    readonly no: number;
}

/** The form of one module, generated from its spec. */
export function SettingsPanel({ no }: SettingsPanelProps): ReactNode {
    return <div className="tt-slot" data-module={no} />;
}
