import type { ReactElement } from 'react';
import type { Module } from '../model/blueprint';
import { useEditing } from '../store/editing';

/** A module Tutti does not know, kept from an import: what it held can be read, it does nothing. */
export function Inert({ module }: { readonly module: Module }): ReactElement {
    const { texts } = useEditing();
    return (
        <div className="tt-form">
            <p className="tt-fault warning">{texts.t('mapping.inert', module.module.replace(/^inert:/, ''))}</p>
            <pre className="preview">{JSON.stringify(module.values, null, 2)}</pre>
        </div>
    );
}
