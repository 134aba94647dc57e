package dev.tutti.ui;

/** A view that may be all canvas: the shell then draws its navigation as a rail beside it. */
interface EditorPage {

    /** False where there is nothing to draw and the view only says so. */
    boolean isCanvas();
}
