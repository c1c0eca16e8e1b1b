/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-list-columns.h"

#include <glib/gi18n.h>

#include "model/tori-entry.h"
#include "model/tori-scale.h"
#include "ui/tori-initiative-words.h"
#include "ui/tori-number-order.h"
#include "ui/tori-phase-strip.h"
#include "ui/tori-view-items.h"

enum
{
  NUMBER,
  TITLE,
  PHASES,
  LEVEL,
  DIVISIONS,
  STATE,
  N_COLUMNS
};

/*
 * The columns of the list and their cells. Each row is two lines high whatever it holds, because GTK 4.8
 * can't scroll rows of different heights reliably.
 */
struct _ToriListColumns
{
  GObject parent_instance;

  ToriListing *listing;
  ToriViewItems *items;
  GtkSorter *sorters[N_COLUMNS];
};

typedef char *(*Words) (ToriInitiative *initiative, int year);

/* Widths are in characters, so that they follow the size of the font. */
typedef struct
{
  const char *title;
  Words words;
  guint min_chars;
  guint nat_chars;
  gboolean expands;
} Column;

static char *get_number (ToriInitiative *initiative, int year);

static const Column columns[N_COLUMNS] = {
  /* Translators: head of the list's column with the initiatives' numbers. */
  [NUMBER] = { NC_ ("column", "No."), get_number, 5, 6, FALSE },
  [TITLE] = { NC_ ("column", "Initiative"), tori_initiative_words_title, 16, 36, TRUE },
  [PHASES] = { NC_ ("column", "Phases"), tori_initiative_words_phases, 6, 12, FALSE },
  [LEVEL] = { NC_ ("column", "Level"), tori_initiative_words_level, 11, 15, FALSE },
  [DIVISIONS] = { NC_ ("column", "In Charge"), tori_initiative_words_divisions, 8, 18, FALSE },
  [STATE] = { NC_ ("column", "State"), tori_initiative_words_state, 9, 10, FALSE },
};

static GQuark
column_quark (void)
{
  return g_quark_from_static_string ("tori-list-column");
}

G_DEFINE_FINAL_TYPE (ToriListColumns, tori_list_columns, G_TYPE_OBJECT)

static char *
get_number (ToriInitiative *initiative, int year)
{
  return g_strdup (tori_initiative_get_number (initiative));
}

/* What a screen reader says about a cell, and about its row; GTK 4.8 would say "GtkColumnViewCell". */
static void
name_cell (GtkWidget *child, const char *words, ToriInitiative *initiative, int year)
{
  const Column *column = g_object_get_qdata (G_OBJECT (child), column_quark ());
  GtkWidget *cell = gtk_widget_get_parent (child);
  GtkWidget *row = cell == NULL ? NULL : gtk_widget_get_parent (cell);
  g_autofree char *row_words = NULL;

  if (row == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  if (column != &columns[TITLE])
    return; /* one cell names the row for all */
  row_words = tori_initiative_words_row (initiative, year);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, row_words, -1);
}

static void
update_strip (ToriListColumns *self, ToriPhaseStrip *strip, ToriInitiative *initiative)
{
  tori_phase_strip_set_year (strip, tori_listing_get_year (self->listing));
  tori_phase_strip_set_initiative (strip, initiative);
}

static void
update_cell (GtkListItem *item, gpointer data)
{
  ToriListColumns *self = data;
  ToriInitiative *initiative = gtk_list_item_get_item (item);
  GtkWidget *child = gtk_list_item_get_child (item);
  const Column *column = g_object_get_qdata (G_OBJECT (child), column_quark ());
  const int year = tori_listing_get_year (self->listing);
  g_autofree char *words = column->words (initiative, year);
  const gboolean missing = *words == '\0' && column == &columns[LEVEL];

  name_cell (child, missing ? _ ("Not assessed") : words, initiative, year);
  if (TORI_IS_PHASE_STRIP (child))
    {
      update_strip (self, TORI_PHASE_STRIP (child), initiative);
      return;
    }
  if (missing)
    gtk_widget_add_css_class (child, "dim-label");
  else
    gtk_widget_remove_css_class (child, "dim-label");
  gtk_inscription_set_text (GTK_INSCRIPTION (child), missing ? _ ("Not assessed") : words);
}

/* Two lines may cut what a cell says. It is told when somebody asks: to set a tooltip asks the X server where
 * the pointer is, for each cell. */
static gboolean
query_tooltip_cb (GtkWidget *child, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (child));

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL && *text != '\0';
}

static GtkWidget *
create_cell (const Column *column)
{
  GtkWidget *cell;

  if (column == &columns[PHASES])
    return tori_phase_strip_new ();
  cell = g_object_new (GTK_TYPE_INSCRIPTION, "min-chars", column->min_chars, "nat-chars", column->nat_chars,
                       "min-lines", 2, "nat-lines", 2, "yalign", 0.5f, "text-overflow",
                       GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END, "has-tooltip", TRUE, NULL);
  g_signal_connect (cell, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  return cell;
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, const Column *column)
{
  GtkWidget *child = create_cell (column);

  g_object_set_qdata (G_OBJECT (child), column_quark (), (gpointer) column);
  tori_view_items_set_child (item, child);
}

static void
unbind_cb (ToriListColumns *self, GtkListItem *item)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  if (TORI_IS_PHASE_STRIP (child))
    tori_phase_strip_set_initiative (TORI_PHASE_STRIP (child), NULL);
}

static void
resort (ToriListColumns *self, guint column)
{
  if (self->sorters[column] != NULL)
    gtk_sorter_changed (self->sorters[column], GTK_SORTER_CHANGE_DIFFERENT);
}

static void
year_cb (ToriListColumns *self)
{
  for (guint i = LEVEL; i < N_COLUMNS; i++)
    resort (self, i);
}

static void
changed_cb (ToriPlan *plan, ToriRecord *source, const ToriField *field, ToriListColumns *self)
{
  ToriInitiative *initiative = tori_record_get_ancestor (source, TORI_TYPE_INITIATIVE);
  const gboolean is_own = source == (ToriRecord *) initiative;

  if (is_own && g_str_equal (field->name, "number"))
    resort (self, NUMBER);
  else if (is_own && g_str_equal (field->name, "title"))
    resort (self, TITLE);
  else if (field->kind != TORI_FIELD_TEXT)
    for (guint i = LEVEL; i < N_COLUMNS; i++)
      resort (self, i);
}

static int
compare_numbers (gconstpointer a, gconstpointer b, gpointer data)
{
  return tori_number_compare (tori_initiative_get_number ((ToriInitiative *) a),
                              tori_initiative_get_number ((ToriInitiative *) b));
}

static char *
get_title (ToriInitiative *initiative, ToriListColumns *self)
{
  return g_strdup (tori_initiative_get_title (initiative));
}

static char *
get_divisions (ToriInitiative *initiative, ToriListColumns *self)
{
  return tori_initiative_words_divisions (initiative, tori_listing_get_year (self->listing));
}

/* Not assessed first, then in the order of the scale and, where a level has a year, by that. */
static int
get_level (ToriInitiative *initiative, ToriListColumns *self)
{
  ToriList *scales = tori_plan_get_scales (tori_listing_get_plan (self->listing));
  ToriEntry *entry = tori_initiative_find_entry (initiative, tori_listing_get_year (self->listing));
  ToriScale *scale;
  const ToriRating *rating;
  guint position;

  if (entry == NULL || tori_list_get_length (scales) == 0)
    return -1;
  scale = tori_list_get (scales, 0);
  rating = tori_ratings_find (tori_entry_get_ratings (entry), tori_record_get_id (TORI_RECORD (scale)));
  if (rating == NULL
      || !tori_list_find (tori_scale_get_levels (scale),
                          tori_list_find_id (tori_scale_get_levels (scale), rating->level), &position))
    return -1;
  return (int) position * (TORI_FISCAL_YEAR_MAX + 1) + rating->since;
}

static int
get_state (ToriInitiative *initiative, ToriListColumns *self)
{
  ToriEntry *entry = tori_initiative_find_entry (initiative, tori_listing_get_year (self->listing));

  return entry == NULL ? -1 : (int) tori_entry_get_state (entry);
}

static void
unref_closure_data (gpointer data, GClosure *closure)
{
  g_object_unref (data);
}

/* What a row is sorted by is worked out once for each row, not once for each comparison. */
static GtkExpression *
make_key (ToriListColumns *self, GType type, GCallback get_key)
{
  return gtk_cclosure_expression_new (type, NULL, 0, NULL, get_key, g_object_ref (self), unref_closure_data);
}

static GtkSorter *
make_sorter (ToriListColumns *self, guint column)
{
  switch (column)
    {
    case NUMBER: return GTK_SORTER (gtk_custom_sorter_new (compare_numbers, NULL, NULL));
    case TITLE:
      return GTK_SORTER (gtk_string_sorter_new (make_key (self, G_TYPE_STRING, G_CALLBACK (get_title))));
    case LEVEL:
      return GTK_SORTER (gtk_numeric_sorter_new (make_key (self, G_TYPE_INT, G_CALLBACK (get_level))));
    case DIVISIONS:
      return GTK_SORTER (gtk_string_sorter_new (make_key (self, G_TYPE_STRING, G_CALLBACK (get_divisions))));
    case STATE:
      return GTK_SORTER (gtk_numeric_sorter_new (make_key (self, G_TYPE_INT, G_CALLBACK (get_state))));
    default: return NULL;
    }
}

static void
add_column (ToriListColumns *self, GtkColumnView *view, guint i)
{
  GtkListItemFactory *factory = tori_view_items_create_factory (self->items);
  g_autoptr (GtkColumnViewColumn) column =
      gtk_column_view_column_new (g_dpgettext2 (NULL, "column", columns[i].title), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) &columns[i]);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_column_set_expand (column, columns[i].expands);
  gtk_column_view_column_set_resizable (column, TRUE);
  self->sorters[i] = make_sorter (self, i);
  gtk_column_view_column_set_sorter (column, self->sorters[i]);
  gtk_column_view_append_column (view, column);
}

static void
tori_list_columns_dispose (GObject *object)
{
  ToriListColumns *self = TORI_LIST_COLUMNS (object);

  g_clear_object (&self->items);
  for (guint i = 0; i < N_COLUMNS; i++)
    g_clear_object (&self->sorters[i]);
  g_clear_object (&self->listing);

  G_OBJECT_CLASS (tori_list_columns_parent_class)->dispose (object);
}

static void
tori_list_columns_class_init (ToriListColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tori_list_columns_dispose;
}

static void
tori_list_columns_init (ToriListColumns *self)
{
}

/**
 * tori_list_columns_new:
 * @listing: what is shown
 * @view: (inout): the view that gets the columns
 *
 * The sorters of the columns hold a reference; g_object_run_dispose() lets go of everything.
 *
 * Returns: (transfer full): the columns
 */
ToriListColumns *
tori_list_columns_new (ToriListing *listing, GtkColumnView *view)
{
  ToriListColumns *self = g_object_new (TORI_TYPE_LIST_COLUMNS, NULL);

  self->listing = g_object_ref (listing);
  self->items = tori_view_items_new (listing, update_cell, self);
  for (guint i = 0; i < N_COLUMNS; i++)
    add_column (self, view, i);
  g_signal_connect_object (listing, "notify::year", G_CALLBACK (year_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tori_listing_get_plan (listing), "changed", G_CALLBACK (changed_cb), self, 0);
  return self;
}
