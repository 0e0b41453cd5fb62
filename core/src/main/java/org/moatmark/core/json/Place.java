package org.moatmark.core.json;

import org.jspecify.annotations.Nullable;

/** A place in a document; it becomes a JSON Pointer only when an issue needs one. */
final class Place {

    /** The whole document. */
    static final Place ROOT = new Place(null, "", -1);

    private final @Nullable Place parent;
    private final String name;
    private final int index;

    private Place(@Nullable Place parent, String name, int index) {
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    /** A place that a caller names by its pointer; steps go on from there. */
    static Place of(String pointer) {
        return pointer.isEmpty() ? ROOT : new Place(null, pointer, -1);
    }

    /** The member of this name. */
    Place at(String member) {
        return new Place(this, member, -1);
    }

    /** The element of this number, from 0. */
    Place at(int element) {
        return new Place(this, "", element);
    }

    /** The last step as it is shown in messages: a name, or a name with the number of an element. */
    String lastStep() {
        if (index < 0) {
            return name;
        }
        return (parent == null ? "" : parent.lastStep()) + "[" + index + "]";
    }

    /** The pointer (RFC 6901). */
    String pointer() {
        StringBuilder pointer = new StringBuilder();
        append(pointer);
        return pointer.toString();
    }

    private void append(StringBuilder pointer) {
        if (parent == null) {
            pointer.append(name);
            return;
        }
        parent.append(pointer);
        if (index >= 0) {
            pointer.append('/').append(index);
        } else {
            Pointers.append(pointer, name);
        }
    }
}
