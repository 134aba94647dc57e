import { Component, type ReactNode } from 'react';

interface BoundaryProps {
    readonly message: string;
    readonly children: ReactNode;
}

/** Keeps a mistake in one part of the page from taking the rest with it. */
export class Boundary extends Component<BoundaryProps, { readonly broken: boolean }> {
    override state = { broken: false };

    static getDerivedStateFromError(): { readonly broken: boolean } {
        return { broken: true };
    }

    override render(): ReactNode {
        return this.state.broken ? <p className="tt-error tt-broken" role="alert">{this.props.message}</p> : this.props.children;
    }
}
