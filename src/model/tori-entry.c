/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-entry.h"

#include "model/tori-record-private.h"
#include "model/tori-attachment.h"
#include "model/tori-block.h"
#include "model/tori-topic.h"

/* What was done in one initiative in one fiscal year (年度実績). It has no id: its year is unique in its
 * initiative. */
struct _ToriEntry
{
  ToriRecord parent_instance;

  int year;
  int state;
  ToriRatings *ratings;
  ToriList *topics;
  ToriList *actions;
  ToriList *outcome;
  ToriList *outlook;
  char *note;
  char **attachments;
  ToriStamp *modified;
};

G_DEFINE_ENUM_TYPE (ToriState,
                    tori_state,
                    G_DEFINE_ENUM_VALUE (TORI_STATE_DRAFT, "draft"),
                    G_DEFINE_ENUM_VALUE (TORI_STATE_SUBMITTED, "submitted"),
                    G_DEFINE_ENUM_VALUE (TORI_STATE_RETURNED, "returned"),
                    G_DEFINE_ENUM_VALUE (TORI_STATE_CONFIRMED, "confirmed"))

G_DEFINE_FINAL_TYPE (ToriEntry, tori_entry, TORI_TYPE_RECORD)

static const ToriField fields[] = {
  { "year", TORI_FIELD_YEAR, G_STRUCT_OFFSET (ToriEntry, year), TORI_FIELD_ALWAYS | TORI_FIELD_REQUIRED },
  { "state", TORI_FIELD_CHOICE, G_STRUCT_OFFSET (ToriEntry, state), TORI_FIELD_PLAIN, tori_state_get_type,
    TORI_STATE_DRAFT },
  { "ratings", TORI_FIELD_BOXED, G_STRUCT_OFFSET (ToriEntry, ratings), TORI_FIELD_PLAIN,
    tori_ratings_get_type },
  { "topics", TORI_FIELD_LIST, G_STRUCT_OFFSET (ToriEntry, topics), TORI_FIELD_PLAIN, tori_topic_get_type },
  { "actions", TORI_FIELD_LIST, G_STRUCT_OFFSET (ToriEntry, actions), TORI_FIELD_PLAIN, tori_block_get_type },
  { "outcome", TORI_FIELD_LIST, G_STRUCT_OFFSET (ToriEntry, outcome), TORI_FIELD_PLAIN, tori_block_get_type },
  { "outlook", TORI_FIELD_LIST, G_STRUCT_OFFSET (ToriEntry, outlook), TORI_FIELD_PLAIN, tori_block_get_type },
  { "note", TORI_FIELD_TEXT, G_STRUCT_OFFSET (ToriEntry, note) },
  { "attachments", TORI_FIELD_REFS, G_STRUCT_OFFSET (ToriEntry, attachments), TORI_FIELD_PLAIN,
    tori_attachment_get_type },
  { "modified", TORI_FIELD_BOXED, G_STRUCT_OFFSET (ToriEntry, modified), TORI_FIELD_PLAIN,
    tori_stamp_get_type },
};

static void
tori_entry_class_init (ToriEntryClass *klass)
{
  tori_record_class_install_fields (TORI_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
tori_entry_init (ToriEntry *self)
{
}

int
tori_entry_get_year (ToriEntry *self)
{
  g_return_val_if_fail (TORI_IS_ENTRY (self), 0);

  return self->year;
}

ToriState
tori_entry_get_state (ToriEntry *self)
{
  g_return_val_if_fail (TORI_IS_ENTRY (self), TORI_STATE_DRAFT);

  return self->state;
}

const ToriRatings *
tori_entry_get_ratings (ToriEntry *self)
{
  g_return_val_if_fail (TORI_IS_ENTRY (self), NULL);

  return self->ratings;
}

ToriList *
tori_entry_get_topics (ToriEntry *self)
{
  g_return_val_if_fail (TORI_IS_ENTRY (self), NULL);

  return self->topics;
}

ToriList *
tori_entry_get_actions (ToriEntry *self)
{
  g_return_val_if_fail (TORI_IS_ENTRY (self), NULL);

  return self->actions;
}

ToriList *
tori_entry_get_outcome (ToriEntry *self)
{
  g_return_val_if_fail (TORI_IS_ENTRY (self), NULL);

  return self->outcome;
}

ToriList *
tori_entry_get_outlook (ToriEntry *self)
{
  g_return_val_if_fail (TORI_IS_ENTRY (self), NULL);

  return self->outlook;
}

const char *
tori_entry_get_note (ToriEntry *self)
{
  g_return_val_if_fail (TORI_IS_ENTRY (self), "");

  return tori_text (self->note);
}

const char *const *
tori_entry_get_attachments (ToriEntry *self)
{
  g_return_val_if_fail (TORI_IS_ENTRY (self), tori_strv (NULL));

  return tori_strv (self->attachments);
}

const ToriStamp *
tori_entry_get_modified (ToriEntry *self)
{
  g_return_val_if_fail (TORI_IS_ENTRY (self), NULL);

  return self->modified;
}
