package dev.tutti.scenario.n8n;

import java.util.List;

/** What data means in one node: where a path of n8n is found here. */
interface N8nData {

    /** What is at this path of the item that comes in ({@code $json}), as an expression. */
    String current(List<String> path);

    /** The same of what another node gave out. */
    String of(String node, List<String> path);
}
