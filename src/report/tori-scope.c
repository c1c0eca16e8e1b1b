/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/tori-scope.h"

#include "model/tori-department.h"

/* What of an initiative belongs into the report of a department or a division. A topic without divisions is
 * the initiative's own; a block or an item that names no topic is about the whole initiative. */

struct _ToriScope
{
  int year;
  GHashTable *divisions; /* ids, owned by the plan; NULL: everybody */
};

static void
add_record (ToriScope *self, ToriRecord *record)
{
  if (TORI_IS_DEPARTMENT (record))
    {
      ToriList *divisions = tori_department_get_divisions (TORI_DEPARTMENT (record));

      for (guint i = 0; i < tori_list_get_length (divisions); i++)
        g_hash_table_add (self->divisions, g_strdup (tori_record_get_id (tori_list_get (divisions, i))));
    }
  else
    g_hash_table_add (self->divisions, g_strdup (tori_record_get_id (record)));
}

/**
 * tori_scope_new:
 * @year: a fiscal year
 * @records: (element-type ToriRecord) (nullable): departments and divisions, or NULL for everybody
 *
 * Returns: (transfer full): the scope of them together
 */
ToriScope *
tori_scope_new (int year, GPtrArray *records)
{
  ToriScope *self = g_new0 (ToriScope, 1);

  self->year = year;
  if (records != NULL)
    {
      self->divisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < records->len; i++)
        add_record (self, g_ptr_array_index (records, i));
    }
  return self;
}

/**
 * tori_scope_free:
 * @self: (transfer full): a scope
 */
void
tori_scope_free (ToriScope *self)
{
  g_clear_pointer (&self->divisions, g_hash_table_unref);
  g_free (self);
}

static gboolean
has_any (const ToriScope *self, const char *const *divisions)
{
  for (guint i = 0; divisions[i] != NULL; i++)
    {
      if (g_hash_table_contains (self->divisions, divisions[i]))
        return TRUE;
    }
  return FALSE;
}

/**
 * tori_scope_get_charge:
 * @self: a scope
 * @initiative: an initiative
 *
 * Returns: how far those of the scope are in charge of it in the scope's year
 */
ToriCharge
tori_scope_get_charge (const ToriScope *self, ToriInitiative *initiative)
{
  ToriEntry *entry;
  ToriList *topics;

  if (self->divisions == NULL || has_any (self, tori_initiative_get_divisions (initiative)))
    return TORI_CHARGE_WHOLE;
  entry = tori_initiative_find_entry (initiative, self->year);
  if (entry == NULL)
    return TORI_CHARGE_NONE;
  topics = tori_entry_get_topics (entry);
  for (guint i = 0; i < tori_list_get_length (topics); i++)
    {
      if (has_any (self, tori_topic_get_divisions (tori_list_get (topics, i))))
        return TORI_CHARGE_PART;
    }
  return TORI_CHARGE_NONE;
}

/**
 * tori_scope_has_topic:
 * @self: a scope
 * @initiative: an initiative
 * @topic: a topic of it
 *
 * Returns: whether the topic is theirs
 */
gboolean
tori_scope_has_topic (const ToriScope *self, ToriInitiative *initiative, ToriTopic *topic)
{
  const char *const *divisions = tori_topic_get_divisions (topic);

  if (self->divisions == NULL)
    return TRUE;
  return has_any (self, divisions[0] != NULL ? divisions : tori_initiative_get_divisions (initiative));
}

/**
 * tori_scope_has_block:
 * @self: a scope
 * @initiative: an initiative
 * @entry: an entry of it
 * @block: a block of the entry
 *
 * Returns: whether the block is about a topic of theirs, or about the whole
 */
gboolean
tori_scope_has_block (const ToriScope *self, ToriInitiative *initiative, ToriEntry *entry, ToriBlock *block)
{
  const char *const *topics = tori_block_get_topics (block);

  if (self->divisions == NULL || topics[0] == NULL)
    return TRUE;
  for (guint i = 0; topics[i] != NULL; i++)
    {
      ToriTopic *topic = tori_list_find_id (tori_entry_get_topics (entry), topics[i]);

      if (topic != NULL && tori_scope_has_topic (self, initiative, topic))
        return TRUE;
    }
  return FALSE;
}

/**
 * tori_scope_has_item:
 * @self: a scope
 * @initiative: an initiative
 * @entry: (nullable): an entry of it
 * @item: a schedule item of it
 *
 * Returns: whether the item belongs to a topic of theirs, or to none
 */
gboolean
tori_scope_has_item (const ToriScope *self, ToriInitiative *initiative, ToriEntry *entry, ToriItem *item)
{
  const char *id = tori_record_get_id (TORI_RECORD (item));
  gboolean others = FALSE;
  ToriList *topics;

  if (self->divisions == NULL || entry == NULL)
    return TRUE;
  topics = tori_entry_get_topics (entry);
  for (guint i = 0; i < tori_list_get_length (topics); i++)
    {
      ToriTopic *topic = tori_list_get (topics, i);

      if (!g_strv_contains (tori_topic_get_items (topic), id))
        continue;
      if (tori_scope_has_topic (self, initiative, topic))
        return TRUE;
      others = TRUE;
    }
  return !others;
}
