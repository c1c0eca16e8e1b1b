/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-searcher.h"

/*
 * Which initiatives have the words that somebody looks for, fast enough for every key that is pressed.
 *
 * Most initiatives are ruled out by their signature. Texts of the others are read for as long as a frame
 * allows; from then on what may match is taken for a match, and what has no signature yet for none, until an
 * idle has read them and ::changed has said so. Signatures are made in an idle, too,
 * before anybody searches.
 *
 * An answer stays until the words change, lest a row vanishes under the fingers of who is typing in it.
 */
struct _ToriSearcher
{
  GObject parent_instance;

  ToriPlan *plan;
  GListModel *initiatives; /* of all years */
  int year;
  char *text;
  ToriQuery *query; /* NULL: nothing is looked for */

  GHashTable *rows;    /* initiative to Row */
  guint32 stamp;       /* of the query */
  gint64 deadline;     /* until when texts are read at once */
  gboolean is_late;    /* that time is over */
  guint n_read;        /* since the last look at the clock */
  GPtrArray *doubtful; /* initiatives, unowned, whose texts are still to be read */
  guint n_settled;     /* of these, how many have been read */

  guint next;       /* the next initiative to sign */
  GPtrArray *fresh; /* of ToriInitiative: to be signed as well */
  guint read_id;
  guint sign_id;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  ToriSignature *signature; /* NULL: not made yet, or no longer right */
  guint32 stamp;            /* the query that the answer is to */
  gboolean answer;
} Row;

/* In microseconds: what searching may take of a frame, and each call of an idle. */
#define AT_ONCE 5000
#define SLICE 4000

/* How many texts are read between two looks at the clock. */
#define BATCH 16

G_DEFINE_FINAL_TYPE (ToriSearcher, tori_searcher, G_TYPE_OBJECT)

static void
free_row (gpointer data)
{
  g_clear_pointer (&((Row *) data)->signature, tori_signature_free);
  g_free (data);
}

static Row *
get_row (ToriSearcher *self, ToriInitiative *initiative)
{
  Row *row = g_hash_table_lookup (self->rows, initiative);

  if (row == NULL)
    {
      row = g_new0 (Row, 1);
      g_hash_table_insert (self->rows, g_object_ref (initiative), row);
    }
  return row;
}

/* --- Signing --- */

static gboolean
is_gone (gpointer initiative, gpointer row, gpointer plan)
{
  return tori_record_get_ancestor (initiative, TORI_TYPE_PLAN) != plan;
}

static void
forget_gone (ToriSearcher *self)
{
  if (g_hash_table_size (self->rows) > g_list_model_get_n_items (self->initiatives)
      && !tori_searcher_get_pending (self))
    g_hash_table_foreach_remove (self->rows, is_gone, self->plan);
}

static ToriInitiative *
take_fresh (ToriSearcher *self)
{
  if (self->fresh->len > 0)
    return g_ptr_array_steal_index_fast (self->fresh, self->fresh->len - 1);
  return g_list_model_get_item (self->initiatives, self->next++); /* NULL beyond the last */
}

static gboolean
sign_cb (gpointer data)
{
  ToriSearcher *self = data;
  const gint64 until = g_get_monotonic_time () + SLICE;

  while (g_get_monotonic_time () < until)
    {
      g_autoptr (ToriInitiative) initiative = take_fresh (self);
      Row *row;

      if (initiative == NULL)
        {
          self->sign_id = 0;
          forget_gone (self);
          return G_SOURCE_REMOVE;
        }
      row = get_row (self, initiative);
      if (row->signature == NULL)
        row->signature = tori_search_sign (initiative, self->year);
    }
  return G_SOURCE_CONTINUE;
}

static void
queue_sign (ToriSearcher *self)
{
  if (self->sign_id == 0)
    self->sign_id = g_idle_add_full (G_PRIORITY_LOW, sign_cb, self, NULL);
}

static void
sign_all (ToriSearcher *self)
{
  self->next = 0;
  g_ptr_array_set_size (self->fresh, 0);
  queue_sign (self);
}

static void
forget_signatures (ToriSearcher *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_clear_pointer (&((Row *) row)->signature, tori_signature_free);
  sign_all (self);
}

/* --- Reading --- */

static gboolean
read_texts (ToriSearcher *self, ToriInitiative *initiative, Row *row)
{
  row->stamp = self->stamp;
  row->answer = tori_search_matches (self->query, initiative, self->year);
  return row->answer;
}

static void
set_time (ToriSearcher *self, gint64 time)
{
  self->deadline = g_get_monotonic_time () + time;
  self->is_late = FALSE;
  self->n_read = 0;
}

static gboolean
has_time (ToriSearcher *self)
{
  if (!self->is_late && ++self->n_read == BATCH)
    {
      self->n_read = 0;
      self->is_late = g_get_monotonic_time () >= self->deadline;
    }
  return !self->is_late;
}

static gboolean
read_cb (gpointer data)
{
  ToriSearcher *self = data;

  set_time (self, SLICE);
  while (tori_searcher_get_pending (self) && has_time (self))
    {
      ToriInitiative *initiative = self->doubtful->pdata[self->n_settled++];

      read_texts (self, initiative, g_hash_table_lookup (self->rows, initiative));
    }
  if (tori_searcher_get_pending (self))
    return G_SOURCE_CONTINUE;
  self->read_id = 0;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static gboolean
guess (ToriSearcher *self, ToriInitiative *initiative, Row *row)
{
  row->stamp = self->stamp;
  row->answer = row->signature != NULL;
  g_ptr_array_add (self->doubtful, initiative);
  if (self->read_id == 0)
    self->read_id = g_idle_add (read_cb, self);
  return row->answer;
}

/* --- Following the plan --- */

static void
changed_cb (ToriSearcher *self, ToriRecord *source, const ToriField *field)
{
  ToriInitiative *initiative = tori_record_get_ancestor (source, TORI_TYPE_INITIATIVE);
  Row *row;

  if (initiative == NULL)
    {
      /* Names of divisions and levels are words of initiatives. */
      if (!TORI_IS_PLAN (source) && field->kind == TORI_FIELD_TEXT)
        forget_signatures (self);
      return;
    }
  row = g_hash_table_lookup (self->rows, initiative);
  if (row == NULL || row->signature == NULL)
    return;
  g_clear_pointer (&row->signature, tori_signature_free);
  g_ptr_array_add (self->fresh, g_object_ref (initiative));
  queue_sign (self);
}

/* Initiatives that are gone are forgotten, lest they are held for ever. */
static void
items_changed_cb (ToriSearcher *self, guint position, guint n_removed, guint n_added)
{
  for (guint i = 0; i < n_added && n_removed == 0; i++)
    g_ptr_array_add (self->fresh, g_list_model_get_item (self->initiatives, position + i));
  if (n_removed > 0)
    self->next = 0;
  queue_sign (self);
}

/* --- GObject --- */

static void
tori_searcher_dispose (GObject *object)
{
  ToriSearcher *self = TORI_SEARCHER (object);

  g_clear_handle_id (&self->read_id, g_source_remove);
  g_clear_handle_id (&self->sign_id, g_source_remove);
  g_clear_object (&self->plan);
  g_clear_object (&self->initiatives);

  G_OBJECT_CLASS (tori_searcher_parent_class)->dispose (object);
}

static void
tori_searcher_finalize (GObject *object)
{
  ToriSearcher *self = TORI_SEARCHER (object);

  g_free (self->text);
  g_clear_pointer (&self->query, tori_query_free);
  g_hash_table_unref (self->rows);
  g_ptr_array_unref (self->doubtful);
  g_ptr_array_unref (self->fresh);

  G_OBJECT_CLASS (tori_searcher_parent_class)->finalize (object);
}

static void
tori_searcher_class_init (ToriSearcherClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tori_searcher_dispose;
  G_OBJECT_CLASS (klass)->finalize = tori_searcher_finalize;

  /**
   * ToriSearcher::changed:
   * @self: a searcher
   *
   * All texts have been read. tori_searcher_finds() may answer otherwise than before.
   */
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", TORI_TYPE_SEARCHER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tori_searcher_init (ToriSearcher *self)
{
  self->text = g_strdup ("");
  self->rows = g_hash_table_new_full (NULL, NULL, g_object_unref, free_row);
  self->doubtful = g_ptr_array_new ();
  self->fresh = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * tori_searcher_new:
 * @plan: a plan
 * @initiatives: all of its initiatives
 * @year: the fiscal year whose entries are searched
 *
 * Returns: (transfer full): a searcher that looks for nothing
 */
ToriSearcher *
tori_searcher_new (ToriPlan *plan, GListModel *initiatives, int year)
{
  ToriSearcher *self;

  g_return_val_if_fail (TORI_IS_PLAN (plan), NULL);

  self = g_object_new (TORI_TYPE_SEARCHER, NULL);
  self->plan = g_object_ref (plan);
  self->initiatives = g_object_ref (initiatives);
  self->year = year;
  g_signal_connect_object (plan, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (initiatives, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  sign_all (self);
  return self;
}

/* Answers to another query than this one count for nothing. */
static void
begin (ToriSearcher *self)
{
  self->stamp++;
  set_time (self, AT_ONCE);
  g_ptr_array_set_size (self->doubtful, 0);
  self->n_settled = 0;
  g_clear_handle_id (&self->read_id, g_source_remove);
}

/**
 * tori_searcher_set_year:
 * @self: a searcher
 * @year: a fiscal year
 */
void
tori_searcher_set_year (ToriSearcher *self, int year)
{
  g_return_if_fail (TORI_IS_SEARCHER (self));

  if (self->year == year)
    return;
  self->year = year;
  begin (self);
  forget_signatures (self);
}

/**
 * tori_searcher_get_text:
 * @self: a searcher
 *
 * Returns: what is looked for, "" for nothing
 */
const char *
tori_searcher_get_text (ToriSearcher *self)
{
  g_return_val_if_fail (TORI_IS_SEARCHER (self), "");

  return self->text;
}

/**
 * tori_searcher_set_text:
 * @self: a searcher
 * @text: (nullable): words that must stand in an initiative
 *
 * From now on, for some milliseconds, tori_searcher_finds() reads texts at once.
 *
 * Returns: whether that is another text than before
 */
gboolean
tori_searcher_set_text (ToriSearcher *self, const char *text)
{
  g_return_val_if_fail (TORI_IS_SEARCHER (self), FALSE);

  if (text == NULL)
    text = "";
  if (g_str_equal (self->text, text))
    return FALSE;
  g_free (self->text);
  self->text = g_strdup (text);
  g_clear_pointer (&self->query, tori_query_free);
  self->query = tori_query_new (text);
  if (tori_query_is_empty (self->query))
    g_clear_pointer (&self->query, tori_query_free);
  begin (self);
  return TRUE;
}

/**
 * tori_searcher_get_query:
 * @self: a searcher
 *
 * Returns: (transfer none) (nullable): what is looked for; NULL when that is nothing
 */
const ToriQuery *
tori_searcher_get_query (ToriSearcher *self)
{
  g_return_val_if_fail (TORI_IS_SEARCHER (self), NULL);

  return self->query;
}

/**
 * tori_searcher_finds:
 * @self: a searcher
 * @initiative: an initiative of the plan
 *
 * Returns: whether it has all the words, as far as that is known; see ToriSearcher::changed
 */
gboolean
tori_searcher_finds (ToriSearcher *self, ToriInitiative *initiative)
{
  Row *row;

  g_return_val_if_fail (TORI_IS_SEARCHER (self), TRUE);

  if (self->query == NULL)
    return TRUE;
  row = get_row (self, initiative);
  if (row->stamp == self->stamp)
    return row->answer;
  if (row->signature != NULL && !tori_query_may_match (self->query, row->signature))
    {
      row->stamp = self->stamp;
      row->answer = FALSE;
      return FALSE;
    }
  return has_time (self) ? read_texts (self, initiative, row) : guess (self, initiative, row);
}

/**
 * tori_searcher_get_pending:
 * @self: a searcher
 *
 * Returns: whether texts are still being read
 */
gboolean
tori_searcher_get_pending (ToriSearcher *self)
{
  g_return_val_if_fail (TORI_IS_SEARCHER (self), FALSE);

  return self->n_settled < self->doubtful->len;
}
