/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-edit-private.h"

#include "model/tori-block.h"
#include "model/tori-level.h"
#include "model/tori-record-private.h"
#include "model/tori-scale.h"
#include "model/tori-topic.h"

/*
 * The changes that touch more than one member: each keeps the plan whole (no id twice, no reference to what
 * is gone) and is one step of the history. Nested in a step that is already open, they become part of it.
 */

/* Visits a record and all that is below it. */
void
tori_edit_walk (ToriRecord *record, ToriEditVisit visit, gpointer data)
{
  guint n_fields;
  const ToriField *fields = tori_record_class_get_fields (TORI_RECORD_GET_CLASS (record), &n_fields);

  visit (record, data);
  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind == TORI_FIELD_LIST)
      {
        ToriList *list = *(ToriList **) tori_record_peek (record, &fields[i]);

        for (guint j = 0; j < tori_list_get_length (list); j++)
          tori_edit_walk (tori_list_get (list, j), visit, data);
      }
}

typedef struct
{
  ToriHistory *history;
  GHashTable *gone; /* "TypeName id" of what is removed */
} Removal;

static char *
make_key (GType type, const char *id)
{
  return g_strconcat (g_type_name (type), " ", id, NULL);
}

static gboolean
is_gone (Removal *removal, GType type, const char *id)
{
  g_autofree char *key = make_key (type, id);

  return g_hash_table_contains (removal->gone, key);
}

static void
note_gone (ToriRecord *record, gpointer data)
{
  Removal *removal = data;

  g_hash_table_add (removal->gone, make_key (G_OBJECT_TYPE (record), tori_record_get_id (record)));
}

static void
drop_refs (Removal *removal, ToriRecord *record, const ToriField *field)
{
  const char *const *refs = tori_strv (*(char ***) tori_record_peek (record, field));
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;
  gboolean drops = FALSE;

  for (guint i = 0; refs[i] != NULL; i++)
    if (is_gone (removal, field->type (), refs[i]))
      drops = TRUE;
    else
      g_strv_builder_add (kept, refs[i]);
  if (!drops)
    return;
  strv = g_strv_builder_end (kept);
  tori_history_set_strv (removal->history, record, field->name, (const char *const *) strv);
}

static void
drop_ratings (Removal *removal, ToriRecord *record, const ToriField *field)
{
  const ToriRatings *ratings = *(ToriRatings **) tori_record_peek (record, field);
  g_autoptr (ToriRatings) kept = tori_ratings_copy (ratings);

  for (guint i = 0; i < tori_ratings_get_n (ratings); i++)
    {
      const ToriRating *rating = tori_ratings_get (ratings, i);

      if (is_gone (removal, TORI_TYPE_SCALE, rating->scale)
          || is_gone (removal, TORI_TYPE_LEVEL, rating->level))
        tori_ratings_remove (kept, rating->scale);
    }
  tori_history_set_boxed (removal->history, record, field->name,
                          tori_ratings_get_n (kept) == 0 ? NULL : kept);
}

static void
drop_references (ToriRecord *record, gpointer data)
{
  Removal *removal = data;
  guint n_fields;
  const ToriField *fields = tori_record_class_get_fields (TORI_RECORD_GET_CLASS (record), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      const char *ref =
          fields[i].kind == TORI_FIELD_REF ? *(char **) tori_record_peek (record, &fields[i]) : NULL;

      if (ref != NULL && is_gone (removal, fields[i].type (), ref))
        tori_history_set_text (removal->history, record, fields[i].name, NULL);
      else if (fields[i].kind == TORI_FIELD_REFS)
        drop_refs (removal, record, &fields[i]);
      else if (fields[i].kind == TORI_FIELD_BOXED && fields[i].type () == TORI_TYPE_RATINGS)
        drop_ratings (removal, record, &fields[i]);
    }
}

/**
 * tori_edit_add:
 * @history: the history
 * @step: what the step is called
 * @list: where it goes
 * @position: its place there
 * @record: a new record; it is given an id if its kind has one and it has none
 *
 * Puts a new record into the plan.
 */
void
tori_edit_add (ToriHistory *history, ToriStep step, ToriList *list, guint position, gpointer record)
{
  const ToriField *id = tori_record_class_find_field (TORI_RECORD_GET_CLASS (record), "id");
  ToriRecord *addition = record;

  if (id != NULL && *tori_record_get_id (record) == '\0')
    {
      g_autofree char *uuid = g_uuid_string_random ();

      g_object_set (record, "id", uuid, NULL);
    }
  tori_history_begin (history, step);
  tori_history_splice (history, list, position, 0, &addition, 1);
  tori_history_end (history);
}

/* Takes records out of their lists, those that stand one after another at once. */
static void
take_out (ToriHistory *history, GPtrArray *records)
{
  g_autoptr (GHashTable) gone = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) lists = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  GHashTableIter iter;
  gpointer list;

  for (guint i = 0; i < records->len; i++)
    {
      g_hash_table_add (gone, records->pdata[i]);
      g_hash_table_add (lists, g_object_ref (tori_record_get_list (records->pdata[i])));
    }
  g_hash_table_iter_init (&iter, lists);
  while (g_hash_table_iter_next (&iter, &list, NULL))
    for (guint end = tori_list_get_length (list); end > 0; end--)
      {
        guint first = end;

        while (first > 0 && g_hash_table_contains (gone, tori_list_get (list, first - 1)))
          first--;
        if (first < end)
          tori_history_splice (history, list, first, end - first, NULL, 0);
        end = MAX (first, 1);
      }
}

/**
 * tori_edit_remove_all:
 * @history: the history
 * @step: what the step is called
 * @records: (element-type ToriRecord): records of the plan, none inside of another
 *
 * Takes records out of the plan, with all that is below them and every reference to any of it.
 */
void
tori_edit_remove_all (ToriHistory *history, ToriStep step, GPtrArray *records)
{
  g_autoptr (GHashTable) gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) scopes = g_hash_table_new (NULL, NULL);
  Removal removal = { history, gone };
  GHashTableIter iter;
  gpointer scope;

  for (guint i = 0; i < records->len; i++)
    {
      ToriList *list = tori_record_get_list (records->pdata[i]);

      g_return_if_fail (list != NULL);
      /* What is inside of an initiative is referred to from inside of it only. */
      scope = tori_record_get_ancestor (tori_list_get_owner (list), TORI_TYPE_INITIATIVE);
      g_hash_table_add (scopes, scope == NULL ? tori_history_get_plan (history) : scope);
      tori_edit_walk (records->pdata[i], note_gone, &removal);
    }
  tori_history_begin (history, step);
  take_out (history, records);
  g_hash_table_iter_init (&iter, scopes);
  while (g_hash_table_iter_next (&iter, &scope, NULL))
    tori_edit_walk (scope, drop_references, &removal);
  tori_history_end (history);
}

/**
 * tori_edit_remove:
 * @history: the history
 * @step: what the step is called
 * @record: a record of the plan
 *
 * Takes a record out of the plan, with all that is below it and every reference to any of it.
 */
void
tori_edit_remove (ToriHistory *history, ToriStep step, gpointer record)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  g_ptr_array_add (records, record);
  tori_edit_remove_all (history, step, records);
}

/* One change of the list, so that nobody sees it without the record. */
static void
move_within (ToriHistory *history, ToriList *list, guint from, guint to)
{
  const guint first = MIN (from, to), n = MAX (from, to) - first + 1;
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  gpointer moved;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (records, tori_list_get (list, first + i));
  moved = g_ptr_array_steal_index (records, from - first);
  g_ptr_array_insert (records, (int) (to - first), moved);
  tori_history_splice (history, list, first, n, (ToriRecord *const *) records->pdata, n);
}

/**
 * tori_edit_move:
 * @history: the history
 * @step: what the step is called
 * @record: a record of the plan
 * @list: the list where it goes, its own or another of the same kind
 * @position: its place there, counted without it
 */
void
tori_edit_move (ToriHistory *history, ToriStep step, gpointer record, ToriList *list, guint position)
{
  ToriList *former = tori_record_get_list (record);
  g_autoptr (ToriRecord) moved = g_object_ref (record);
  guint at;

  g_return_if_fail (former != NULL);

  tori_list_find (former, record, &at);
  if (former == list && at == position)
    return;
  tori_history_begin (history, step);
  if (former == list)
    move_within (history, list, at, position);
  else
    {
      tori_history_splice (history, former, at, 1, NULL, 0);
      tori_history_splice (history, list, position, 0, &moved, 1);
    }
  tori_history_end (history);
}

/**
 * tori_edit_find_entry_place:
 * @initiative: an initiative
 * @year: a fiscal year of which it has no entry
 *
 * Returns: where such an entry belongs among the others, which are in the order of their years
 */
guint
tori_edit_find_entry_place (ToriInitiative *initiative, int year)
{
  ToriList *entries = tori_initiative_get_entries (initiative);
  guint at = 0;

  while (at < tori_list_get_length (entries) && tori_entry_get_year (tori_list_get (entries, at)) < year)
    at++;
  return at;
}

/**
 * tori_edit_ensure_entry:
 * @history: the history, between begin and end
 * @initiative: an initiative
 * @year: a fiscal year
 *
 * Returns: (transfer none): the entry of that year, made as part of the open step when there was none
 */
ToriEntry *
tori_edit_ensure_entry (ToriHistory *history, ToriInitiative *initiative, int year)
{
  ToriList *entries = tori_initiative_get_entries (initiative);
  ToriEntry *entry = tori_initiative_find_entry (initiative, year);
  g_autoptr (ToriRecord) made = NULL;

  if (entry != NULL)
    return entry;
  made = g_object_new (TORI_TYPE_ENTRY, "year", year, NULL);
  tori_history_splice (history, entries, tori_edit_find_entry_place (initiative, year), 0, &made, 1);
  return TORI_ENTRY (made);
}

static gboolean
has_topic (ToriEntry *entry, const char *item)
{
  ToriList *topics = tori_entry_get_topics (entry);

  for (guint i = 0; i < tori_list_get_length (topics); i++)
    if (g_strv_contains (tori_topic_get_items (tori_list_get (topics, i)), item))
      return TRUE;
  return FALSE;
}

/**
 * tori_edit_add_topics:
 * @history: the history
 * @initiative: an initiative
 * @year: a fiscal year
 *
 * Adds a topic for each item of the schedule that none of the year's topics is about; its title is the item's
 * text.
 */
void
tori_edit_add_topics (ToriHistory *history, ToriInitiative *initiative, int year)
{
  ToriList *items = tori_initiative_get_schedule (initiative);
  ToriEntry *entry;

  tori_history_begin (history, TORI_STEP_ADD_TOPIC);
  entry = tori_edit_ensure_entry (history, initiative, year);
  for (guint i = 0; i < tori_list_get_length (items); i++)
    {
      ToriItem *item = tori_list_get (items, i);
      const char *const ids[] = { tori_record_get_id (TORI_RECORD (item)), NULL };
      g_autoptr (ToriTopic) topic = NULL;

      if (has_topic (entry, ids[0]))
        continue;
      topic = g_object_new (TORI_TYPE_TOPIC, "title", tori_item_get_item (item), "items", ids, NULL);
      tori_edit_add (history, TORI_STEP_ADD_TOPIC, tori_entry_get_topics (entry),
                     tori_list_get_length (tori_entry_get_topics (entry)), topic);
    }
  tori_history_end (history);
}

static void
note_number (ToriRecord *record, gpointer data)
{
  guint64 number;
  guint64 *highest = data;

  if (TORI_IS_INITIATIVE (record)
      && g_ascii_string_to_unsigned (tori_initiative_get_number (TORI_INITIATIVE (record)), 10, 1, G_MAXINT,
                                     &number, NULL))
    *highest = MAX (*highest, number);
}

/* The number after the highest that is one. Returns: (transfer full) */
char *
tori_edit_dup_next_number (ToriPlan *plan)
{
  guint64 highest = 0;

  tori_edit_walk (TORI_RECORD (plan), note_number, &highest);
  return g_strdup_printf ("%" G_GUINT64_FORMAT, highest + 1);
}

/**
 * tori_edit_add_initiative:
 * @history: the history
 * @pillar: its pillar
 * @position: its place there
 *
 * Adds an initiative without a title, with the number after the highest one.
 *
 * Returns: (transfer none): the initiative
 */
ToriInitiative *
tori_edit_add_initiative (ToriHistory *history, ToriPillar *pillar, guint position)
{
  g_autoptr (ToriInitiative) initiative = NULL;
  g_autofree char *number = tori_edit_dup_next_number (tori_history_get_plan (history));

  initiative = g_object_new (TORI_TYPE_INITIATIVE, "number", number, NULL);
  tori_edit_add (history, TORI_STEP_ADD_INITIATIVE, tori_pillar_get_initiatives (pillar), position,
                 initiative);
  return initiative;
}

/**
 * tori_edit_set_number:
 * @history: the history
 * @initiative: an initiative
 * @number: the number that people give it
 *
 * Returns: FALSE, with nothing changed, when another initiative of the plan has that number
 */
gboolean
tori_edit_set_number (ToriHistory *history, ToriInitiative *initiative, const char *number)
{
  ToriList *pillars = tori_plan_get_pillars (tori_history_get_plan (history));

  for (guint i = 0; i < tori_list_get_length (pillars) && *number != '\0'; i++)
    {
      ToriList *initiatives = tori_pillar_get_initiatives (tori_list_get (pillars, i));

      for (guint j = 0; j < tori_list_get_length (initiatives); j++)
        {
          ToriInitiative *other = tori_list_get (initiatives, j);

          if (other != initiative && g_str_equal (tori_initiative_get_number (other), number))
            return FALSE;
        }
    }
  tori_history_type (history, TORI_STEP_NUMBER, initiative, "number", number);
  return TRUE;
}

/**
 * tori_edit_type:
 * @history: the history
 * @step: what is being done
 * @record: a record of the plan
 * @property: one of its properties that hold text
 * @text: the text as it is after the key
 *
 * As tori_history_type(); a block's text that was copied from another year is no longer a copy then.
 */
void
tori_edit_type (ToriHistory *history, ToriStep step, gpointer record, const char *property, const char *text)
{
  g_autofree char *former = NULL;
  gboolean copied;

  g_object_get (record, property, &former, NULL);
  copied = TORI_IS_BLOCK (record) && tori_block_get_copied_from (record) != 0
           && !g_str_equal (former, text == NULL ? "" : text);
  if (copied)
    {
      tori_history_begin (history, step);
      tori_history_set_int (history, record, "copied-from", 0);
    }
  tori_history_type (history, step, record, property, text);
  if (copied)
    tori_history_end (history);
}

/**
 * tori_edit_rate:
 * @history: the history
 * @rated: a #ToriEntry or a #ToriTopic
 * @scale: id of a scale
 * @level: (nullable): id of one of its levels, NULL for "not assessed"
 * @since: the fiscal year of a level that has one, else 0
 */
void
tori_edit_rate (ToriHistory *history, gpointer rated, const char *scale, const char *level, int since)
{
  const ToriField *field = tori_record_class_find_field (TORI_RECORD_GET_CLASS (rated), "ratings");
  const ToriRatings *former = *(ToriRatings **) tori_record_peek (rated, field);
  const ToriRating *rating = tori_ratings_find (former, scale);
  ToriRating fresh = { (char *) scale, (char *) level, since, rating == NULL ? NULL : rating->unknown };
  g_autoptr (ToriRatings) ratings = tori_ratings_copy (former);

  if (level == NULL)
    tori_ratings_remove (ratings, scale);
  else
    tori_ratings_set (ratings, &fresh);
  tori_history_begin (history, TORI_STEP_LEVEL);
  tori_history_set_boxed (history, rated, "ratings", tori_ratings_get_n (ratings) == 0 ? NULL : ratings);
  tori_history_end (history);
}

/**
 * tori_edit_set_author:
 * @history: the history
 * @entry: an entry
 * @author: (nullable): who wrote it, as somebody typed it
 */
void
tori_edit_set_author (ToriHistory *history, ToriEntry *entry, const char *author)
{
  const ToriStamp *former = tori_entry_get_modified (entry);
  g_autoptr (ToriStamp) fresh = former == NULL ? g_new0 (ToriStamp, 1) : tori_stamp_copy (former);

  g_free (fresh->by);
  fresh->by = author == NULL || *author == '\0' ? NULL : g_strdup (author);
  if (tori_stamp_equal (former, fresh) || (former == NULL && fresh->by == NULL))
    return;
  tori_history_begin (history, TORI_STEP_AUTHOR);
  tori_history_set_boxed (history, entry, "modified", fresh);
  tori_history_end (history);
}
