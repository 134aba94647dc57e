package dev.tutti.connector;

import dev.tutti.value.Fields;

/**
 * One node of a Make blueprint, as exported. Texts may hold {@code {{…}}} with Make's module numbers, which are ours.
 *
 * @param id Make's number of the node
 * @param module such as "http:ActionSendData"
 * @param parameters the static settings, never mapped
 * @param mapper the mapped settings; empty where the export has null
 * @param flags of aggregators: groupBy, stopIfEmpty
 * @param metadata what Make's editor remembers, such as labels of chosen connections
 */
public record MakeNode(
        int id, String module, int version, Fields parameters, Fields mapper, Fields flags, Fields metadata) {}
