-- room: messaging
-- A person's own order of chats: what stands on top, what is put away, what is sorted into folders,
-- what was begun and not sent.

ALTER TABLE members
    -- Put away while the chat's last message had this number; the next one that may be heard brings it back.
    ADD COLUMN archived_number bigint,
    -- Place among the chats on top, the smallest first.
    ADD COLUMN pinned_place integer,
    ADD COLUMN marked_unread boolean NOT NULL DEFAULT false;
CREATE INDEX members_archived ON members (conversation_id) WHERE archived_number IS NOT NULL;
CREATE INDEX members_pinned ON members (person_id) WHERE pinned_place IS NOT NULL;

CREATE TABLE folders (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES people (id),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
    icon text NOT NULL DEFAULT '' CHECK (length(icon) <= 32),
    -- Chosen one by one, and never here although a rule would bring them.
    chat_ids bigint[] NOT NULL DEFAULT '{}',
    without_ids bigint[] NOT NULL DEFAULT '{}',
    -- Sorts of chats that come by themselves, and which of those stay out.
    kinds text[] NOT NULL DEFAULT '{}',
    unread_only boolean NOT NULL DEFAULT false,
    without_muted boolean NOT NULL DEFAULT false,
    without_archived boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX folders_of_person ON folders (person_id);

-- The order of all folders, own (by id) and ready-made (by name), and those one does not want to see.
CREATE TABLE folder_tabs (
    person_id bigint PRIMARY KEY REFERENCES people (id),
    tabs text[] NOT NULL DEFAULT '{}',
    hidden text[] NOT NULL DEFAULT '{}'
);

-- Begun and not sent, the same on all devices. An erased draft keeps its stamp:
-- what some device wrote before that, and told late, must not come back.
CREATE TABLE drafts (
    person_id bigint NOT NULL REFERENCES people (id),
    conversation_id bigint NOT NULL REFERENCES conversations (id),
    body text NOT NULL CHECK (length(body) <= 8000),
    reply_to_id bigint,
    -- Milliseconds by the clock of the device, never behind what that device had seen: the later writer wins.
    stamp bigint NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (person_id, conversation_id)
);
