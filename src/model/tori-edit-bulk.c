/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-edit-private.h"

/* Changes of several initiatives at once: one step each, however many they are. */

/**
 * tori_edit_rate_all:
 * @history: the history
 * @initiatives: (element-type ToriInitiative): initiatives of the plan
 * @year: a fiscal year, whose entries are made where there are none
 * @scale: id of a scale
 * @level: (nullable): id of one of its levels, NULL for "not assessed"
 * @since: the fiscal year of a level that has one, else 0
 */
void
tori_edit_rate_all (
    ToriHistory *history, GPtrArray *initiatives, int year, const char *scale, const char *level, int since)
{
  tori_history_begin (history, TORI_STEP_LEVEL);
  for (guint i = 0; i < initiatives->len; i++)
    {
      ToriInitiative *initiative = initiatives->pdata[i];

      /* What has no entry is not assessed already. */
      if (level != NULL || tori_initiative_find_entry (initiative, year) != NULL)
        tori_edit_rate (history, tori_edit_ensure_entry (history, initiative, year), scale, level, since);
    }
  tori_history_end (history);
}

/**
 * tori_edit_set_state_all:
 * @history: the history
 * @initiatives: (element-type ToriInitiative): initiatives of the plan
 * @year: a fiscal year, whose entries are made where there are none
 * @state: how far the entries are
 */
void
tori_edit_set_state_all (ToriHistory *history, GPtrArray *initiatives, int year, ToriState state)
{
  tori_history_begin (history, TORI_STEP_STATE);
  for (guint i = 0; i < initiatives->len; i++)
    tori_history_set_int (history, tori_edit_ensure_entry (history, initiatives->pdata[i], year), "state",
                          (int) state);
  tori_history_end (history);
}

/**
 * tori_edit_set_divisions_all:
 * @history: the history
 * @initiatives: (element-type ToriInitiative): initiatives of the plan
 * @divisions: (array zero-terminated=1): ids of the divisions that are in charge from now on
 */
void
tori_edit_set_divisions_all (ToriHistory *history, GPtrArray *initiatives, const char *const *divisions)
{
  tori_history_begin (history, TORI_STEP_DIVISIONS);
  for (guint i = 0; i < initiatives->len; i++)
    tori_history_set_strv (history, initiatives->pdata[i], "divisions", divisions);
  tori_history_end (history);
}

/* --- Order --- */

static gboolean
has_relisted (ToriInitiative *initiative, const char *pillar)
{
  return g_strv_contains (tori_initiative_get_relisted (initiative), pillar);
}

/* A pillar does not list again what is its own. */
static void
drop_relisting (ToriHistory *history, ToriInitiative *initiative, ToriPillar *pillar)
{
  const char *id = tori_record_get_id (TORI_RECORD (pillar));
  const char *const *relisted = tori_initiative_get_relisted (initiative);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  if (!has_relisted (initiative, id))
    return;
  for (guint i = 0; relisted[i] != NULL; i++)
    if (!g_str_equal (relisted[i], id))
      g_strv_builder_add (kept, relisted[i]);
  strv = g_strv_builder_end (kept);
  tori_history_set_strv (history, initiative, "relisted", (const char *const *) strv);
}

/* Whether they stand there already, one after another before @before. */
static gboolean
stand_before (GPtrArray *initiatives, ToriList *list, ToriInitiative *before)
{
  guint position = tori_list_get_length (list);

  if (before != NULL)
    tori_list_find (list, before, &position);
  if (position < initiatives->len)
    return FALSE;
  for (guint i = 0; i < initiatives->len; i++)
    if (tori_list_get (list, position - initiatives->len + i) != initiatives->pdata[i])
      return FALSE;
  return TRUE;
}

/**
 * tori_edit_move_before:
 * @history: the history
 * @initiatives: (element-type ToriInitiative): initiatives of the plan, in the order in which they will stand
 * @pillar: the pillar where they go
 * @before: (nullable): the initiative of @pillar before which they go, not one of them; NULL for the end
 *
 * Moves initiatives, within their pillar or to another one.
 */
void
tori_edit_move_before (ToriHistory *history,
                       GPtrArray *initiatives,
                       ToriPillar *pillar,
                       ToriInitiative *before)
{
  ToriList *list = tori_pillar_get_initiatives (pillar);

  if (initiatives->len == 0 || stand_before (initiatives, list, before))
    return;
  tori_history_begin (history, TORI_STEP_MOVE_INITIATIVE);
  for (guint i = 0; i < initiatives->len; i++)
    {
      ToriInitiative *initiative = initiatives->pdata[i];
      const gboolean own = tori_record_get_list (TORI_RECORD (initiative)) == list;
      guint position = tori_list_get_length (list) - (own ? 1 : 0), at;

      if (before != NULL)
        {
          tori_list_find (list, before, &position);
          if (own && tori_list_find (list, initiative, &at) && at < position)
            position--;
        }
      tori_edit_move (history, TORI_STEP_MOVE_INITIATIVE, initiative, list, position);
      drop_relisting (history, initiative, pillar);
    }
  tori_history_end (history);
}

/**
 * tori_edit_move_all:
 * @history: the history
 * @initiatives: (element-type ToriInitiative): initiatives of the plan
 * @pillar: the pillar where they go, to its end; those that are there stay where they are
 */
void
tori_edit_move_all (ToriHistory *history, GPtrArray *initiatives, ToriPillar *pillar)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; i < initiatives->len; i++)
    if (tori_record_get_parent (initiatives->pdata[i]) != TORI_RECORD (pillar))
      g_ptr_array_add (others, initiatives->pdata[i]);
  tori_edit_move_before (history, others, pillar, NULL);
}

/* --- Numbers --- */

typedef struct
{
  GHashTable *moving;  /* set of initiatives that get new numbers */
  GHashTable *numbers; /* the numbers of the others → initiative */
} Numbers;

static void
note_number (ToriRecord *record, gpointer data)
{
  Numbers *numbers = data;

  if (TORI_IS_INITIATIVE (record) && !g_hash_table_contains (numbers->moving, record))
    g_hash_table_insert (numbers->numbers, (gpointer) tori_initiative_get_number (TORI_INITIATIVE (record)),
                         record);
}

/**
 * tori_edit_find_number_taken:
 * @plan: a plan
 * @initiatives: (element-type ToriInitiative): some of its initiatives
 * @prefix: what stands before each number, such as "R1-"
 * @first: the first number
 *
 * Returns: (transfer none) (nullable): another initiative that has one of the numbers which these would get
 * by tori_edit_renumber_all()
 */
ToriInitiative *
tori_edit_find_number_taken (ToriPlan *plan, GPtrArray *initiatives, const char *prefix, guint first)
{
  g_autoptr (GHashTable) moving = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  Numbers numbers = { moving, taken };

  for (guint i = 0; i < initiatives->len; i++)
    g_hash_table_add (moving, initiatives->pdata[i]);
  tori_edit_walk (TORI_RECORD (plan), note_number, &numbers);
  for (guint i = 0; i < initiatives->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%s%u", prefix, first + i);
      ToriInitiative *other = g_hash_table_lookup (taken, number);

      if (other != NULL)
        return other;
    }
  return NULL;
}

/**
 * tori_edit_renumber_all:
 * @history: the history
 * @initiatives: (element-type ToriInitiative): initiatives of the plan, in the order of their new numbers
 * @prefix: what stands before each number, such as "R1-"
 * @first: the first number
 *
 * Numbers initiatives one after another.
 *
 * Returns: FALSE, with nothing changed, when another initiative has one of the numbers
 */
gboolean
tori_edit_renumber_all (ToriHistory *history, GPtrArray *initiatives, const char *prefix, guint first)
{
  if (tori_edit_find_number_taken (tori_history_get_plan (history), initiatives, prefix, first) != NULL)
    return FALSE;
  tori_history_begin (history, TORI_STEP_NUMBER);
  for (guint i = 0; i < initiatives->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%s%u", prefix, first + i);

      tori_history_set_text (history, initiatives->pdata[i], "number", number);
    }
  tori_history_end (history);
  return TRUE;
}

/* --- Copies --- */

static char *
make_key (GType type, const char *id)
{
  return g_strconcat (g_type_name (type), " ", id, NULL);
}

/* Gives a record an id of its own, and notes what it was called. */
static void
rename_record (ToriRecord *record, gpointer ids)
{
  g_autofree char *uuid = NULL;

  if (tori_record_class_find_field (TORI_RECORD_GET_CLASS (record), "id") == NULL)
    return;
  uuid = g_uuid_string_random ();
  g_hash_table_insert (ids, make_key (G_OBJECT_TYPE (record), tori_record_get_id (record)), g_strdup (uuid));
  g_object_set (record, "id", uuid, NULL);
}

/* What refers to something inside of the copy refers to the copy of it. */
static void
lead_references (ToriRecord *record, gpointer ids)
{
  guint n_fields;
  const ToriField *fields = tori_record_class_get_fields (TORI_RECORD_GET_CLASS (record), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      char **refs =
          fields[i].kind == TORI_FIELD_REFS ? *(char ***) tori_record_peek (record, &fields[i]) : NULL;

      for (guint k = 0; refs != NULL && refs[k] != NULL; k++)
        {
          g_autofree char *key = make_key (fields[i].type (), refs[k]);
          const char *id = g_hash_table_lookup (ids, key);

          if (id == NULL)
            continue;
          g_free (refs[k]);
          refs[k] = g_strdup (id);
        }
    }
}

static ToriInitiative *
duplicate (ToriHistory *history, ToriInitiative *initiative, guint64 number)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (ToriRecord) copy = tori_record_duplicate (TORI_RECORD (initiative));
  g_autofree char *words = g_strdup_printf ("%" G_GUINT64_FORMAT, number);
  ToriList *list = tori_record_get_list (TORI_RECORD (initiative));
  guint position;

  tori_edit_walk (copy, rename_record, ids);
  tori_edit_walk (copy, lead_references, ids);
  g_object_set (copy, "number", words, NULL);
  tori_list_find (list, initiative, &position);
  tori_edit_add (history, TORI_STEP_ADD_INITIATIVE, list, position + 1, copy);
  return TORI_INITIATIVE (copy);
}

/**
 * tori_edit_duplicate_all:
 * @history: the history
 * @initiatives: (element-type ToriInitiative): initiatives of the plan
 *
 * Puts a copy of each behind it, with the number after the highest one.
 *
 * Returns: (transfer container) (element-type ToriInitiative): the copies
 */
GPtrArray *
tori_edit_duplicate_all (ToriHistory *history, GPtrArray *initiatives)
{
  GPtrArray *copies = g_ptr_array_new ();
  g_autofree char *next = tori_edit_dup_next_number (tori_history_get_plan (history));
  const guint64 number = g_ascii_strtoull (next, NULL, 10);

  tori_history_begin (history, TORI_STEP_ADD_INITIATIVE);
  for (guint i = 0; i < initiatives->len; i++)
    g_ptr_array_add (copies, duplicate (history, initiatives->pdata[i], number + i));
  tori_history_end (history);
  return copies;
}
