/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-replace.h"

#include <string.h>

#include "model/tori-block.h"
#include "model/tori-entry.h"
#include "model/tori-fold.h"

/* Finding words in all texts of initiatives, and putting others there. Texts of other years are left alone,
 * and so are numbers, which must be unique. */

struct _ToriPlace
{
  GObject parent_instance;

  ToriInitiative *initiative;
  ToriRecord *record;
  const ToriField *field;
  char *text; /* as it was when the words were found */
  gsize start, end;
  gboolean chosen;
};

G_DEFINE_FINAL_TYPE (ToriPlace, tori_place, G_TYPE_OBJECT)

static void
tori_place_finalize (GObject *object)
{
  ToriPlace *self = TORI_PLACE (object);

  g_clear_object (&self->initiative);
  g_clear_object (&self->record);
  g_ref_string_release (self->text);

  G_OBJECT_CLASS (tori_place_parent_class)->finalize (object);
}

static void
tori_place_class_init (ToriPlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tori_place_finalize;
}

static void
tori_place_init (ToriPlace *self)
{
  self->chosen = TRUE;
}

ToriInitiative *
tori_place_get_initiative (ToriPlace *self)
{
  return self->initiative;
}

ToriRecord *
tori_place_get_record (ToriPlace *self)
{
  return self->record;
}

const char *
tori_place_get_property (ToriPlace *self)
{
  return self->field->name;
}

/**
 * tori_place_dup_before:
 * @self: a place
 * @n: how many characters at the most
 *
 * Returns: (transfer full): what stands before the words in their line
 */
char *
tori_place_dup_before (ToriPlace *self, guint n)
{
  const char *end = self->text + self->start, *start = end;

  while (n-- > 0 && start > self->text && start[-1] != '\n')
    start = g_utf8_prev_char (start);
  return g_strndup (start, (gsize) (end - start));
}

char *
tori_place_dup_words (ToriPlace *self)
{
  return g_strndup (self->text + self->start, self->end - self->start);
}

/**
 * tori_place_dup_after:
 * @self: a place
 * @n: how many characters at the most
 *
 * Returns: (transfer full): what stands behind the words in their line
 */
char *
tori_place_dup_after (ToriPlace *self, guint n)
{
  const char *start = self->text + self->end, *end = start;

  while (n-- > 0 && *end != '\0' && *end != '\n')
    end = g_utf8_next_char (end);
  return g_strndup (start, (gsize) (end - start));
}

/* Whether the words are replaced there. */
gboolean
tori_place_get_chosen (ToriPlace *self)
{
  return self->chosen;
}

void
tori_place_set_chosen (ToriPlace *self, gboolean chosen)
{
  self->chosen = chosen;
}

/* --- Finding --- */

typedef struct
{
  const char *words; /* folded unless they are looked for exactly */
  gboolean exactly;
  int year;
  guint limit;
  ToriInitiative *initiative;
  GPtrArray *places;
} Find;

static const char *
find_next (const Find *self, const char *text, const char **end)
{
  const char *found;

  if (!self->exactly)
    return tori_fold_find (text, self->words, end);
  found = strstr (text, self->words);
  *end = found == NULL ? NULL : found + strlen (self->words);
  return found;
}

static void
find_in_text (Find *self, ToriRecord *record, const ToriField *field)
{
  const char *text = *(char **) tori_record_peek (record, field);
  char *shared = NULL;
  const char *found, *end;

  if (text == NULL || g_str_equal (field->name, "number"))
    return;
  for (const char *p = text; self->places->len < self->limit && (found = find_next (self, p, &end)) != NULL;
       p = end)
    {
      ToriPlace *place;

      if (end == found)
        break;
      place = g_object_new (TORI_TYPE_PLACE, NULL);
      place->initiative = g_object_ref (self->initiative);
      place->record = g_object_ref (record);
      place->field = field;
      shared = shared == NULL ? g_ref_string_new (text) : g_ref_string_acquire (shared);
      place->text = shared;
      place->start = (gsize) (found - text);
      place->end = (gsize) (end - text);
      g_ptr_array_add (self->places, place);
    }
}

static void
find_in_record (Find *self, ToriRecord *record)
{
  guint n_fields;
  const ToriField *fields = tori_record_class_get_fields (TORI_RECORD_GET_CLASS (record), &n_fields);

  if (TORI_IS_ENTRY (record) && tori_entry_get_year (TORI_ENTRY (record)) != self->year)
    return;
  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind == TORI_FIELD_TEXT)
      find_in_text (self, record, &fields[i]);
    else if (fields[i].kind == TORI_FIELD_LIST)
      {
        ToriList *list = *(ToriList **) tori_record_peek (record, &fields[i]);

        for (guint k = 0; k < tori_list_get_length (list); k++)
          find_in_record (self, tori_list_get (list, k));
      }
}

/**
 * tori_replace_find:
 * @initiatives: #ToriInitiative
 * @year: the fiscal year whose entries are searched
 * @words: what is looked for
 * @exactly: whether width, case and kana matter
 * @limit: how many places at the most
 *
 * Returns: (transfer full): the #ToriPlace s where the words stand, in order; all are chosen
 */
GListStore *
tori_replace_find (GListModel *initiatives, int year, const char *words, gboolean exactly, guint limit)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *folded = exactly ? g_strdup (words) : tori_fold (words);
  GListStore *store = g_list_store_new (TORI_TYPE_PLACE);
  Find find = { folded, exactly, year, limit, NULL, places };

  for (guint i = 0; i < g_list_model_get_n_items (initiatives) && *folded != '\0'; i++)
    {
      g_autoptr (ToriInitiative) initiative = g_list_model_get_item (initiatives, i);

      find.initiative = initiative;
      find_in_record (&find, TORI_RECORD (initiative));
    }
  g_list_store_splice (store, 0, 0, places->pdata, places->len);
  return store;
}

/* --- Replacing --- */

/* The places of one text that are chosen, from @first on, which moves behind all of its places. Returns how
 * many there were, and the text with all replaced. */
static guint
replace_in_text (GListModel *places, guint *first, const char *with, GString *text)
{
  g_autoptr (ToriPlace) leader = g_list_model_get_item (places, *first);
  gsize at = 0;
  guint n = 0;

  for (; *first < g_list_model_get_n_items (places); (*first)++)
    {
      g_autoptr (ToriPlace) place = g_list_model_get_item (places, *first);

      if (place->record != leader->record || place->field != leader->field)
        break;
      if (!place->chosen)
        continue;
      g_string_append_len (text, place->text + at, (gssize) (place->start - at));
      g_string_append (text, with);
      at = place->end;
      n++;
    }
  g_string_append (text, leader->text + at);
  return n;
}

/**
 * tori_replace_apply:
 * @history: the history of the plan
 * @places: places of the plan, as tori_replace_find() has given them
 * @with: what stands at those that are chosen from now on
 *
 * Replaces the words in one step. A text that was changed since it was searched is left alone.
 *
 * Returns: at how many places that was done
 */
guint
tori_replace_apply (ToriHistory *history, GListModel *places, const char *with)
{
  guint done = 0;

  tori_history_begin (history, TORI_STEP_REPLACE);
  for (guint i = 0; i < g_list_model_get_n_items (places);)
    {
      g_autoptr (ToriPlace) place = g_list_model_get_item (places, i);
      g_autoptr (GString) text = g_string_new (NULL);
      const guint n = replace_in_text (places, &i, with, text);
      const char *now = *(char **) tori_record_peek (place->record, place->field);

      if (n == 0 || g_strcmp0 (now, place->text) != 0
          || tori_record_get_ancestor (place->record, TORI_TYPE_PLAN) == NULL)
        continue;
      tori_history_set_text (history, place->record, place->field->name, text->str);
      /* A text that was taken over from another year is no longer a copy. */
      if (TORI_IS_BLOCK (place->record))
        tori_history_set_int (history, place->record, "copied-from", 0);
      done += n;
    }
  tori_history_end (history);
  return done;
}
