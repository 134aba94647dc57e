package dev.tutti.ui;

/** A view that is all canvas: the shell draws its navigation as a rail beside it. */
interface EditorPage {}
