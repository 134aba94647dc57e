package dev.tutti.api;

import dev.tutti.testing.RunningTutti;

/** The story over the database that is built in. */
@RunningTutti
class ProgramStoryOnH2Test extends ProgramStory {}
