/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-list-columns.h"

#include <glib/gi18n.h>

#include "model/tori-pillar.h"
#include "ui/tori-initiative-words.h"
#include "ui/tori-list-memory.h"
#include "ui/tori-list-order.h"
#include "ui/tori-phase-strip.h"
#include "ui/tori-search-marks.h"
#include "ui/tori-view-items.h"

enum
{
  NUMBER,
  TITLE,
  PHASES,
  LEVEL,
  DIVISIONS,
  STATE,
  CHANGED,
  CHARACTERS,
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
  ToriListOrder *order;
  GtkSorter *sorters[N_COLUMNS];
  GtkColumnViewColumn *columns[N_COLUMNS]; /* the view has them */
  ToriListMemory *memory;
  GSimpleActionGroup *actions; /* which columns are shown */
};

typedef char *(*Words) (ToriInitiative *initiative, int year);

/* Widths are in characters, so that they follow the size of the font. */
typedef struct
{
  const char *name; /* in settings and actions */
  const char *title;
  Words words;
  ToriSortKeyFunc key; /* NULL: nothing to sort by */
  guint min_chars;
  guint nat_chars;
  gboolean expands;
  gboolean hidden; /* until somebody asks for it */
} Column;

static char *get_number (ToriInitiative *initiative, int year);

static const Column columns[N_COLUMNS] = {
  /* Translators: head of the list's column with the initiatives' numbers. */
  [NUMBER] = { "number", NC_ ("column", "No."), get_number, tori_list_order_number, 5, 6 },
  [TITLE] = { "title", NC_ ("column", "Initiative"), tori_initiative_words_title, tori_list_order_title, 16,
              36, TRUE },
  [PHASES] = { "phases", NC_ ("column", "Phases"), tori_initiative_words_phases, NULL, 6, 12 },
  [LEVEL] = { "level", NC_ ("column", "Level"), tori_initiative_words_level, tori_list_order_level, 11, 15 },
  [DIVISIONS] = { "divisions", NC_ ("column", "In Charge"), tori_initiative_words_divisions,
                  tori_list_order_divisions, 8, 18 },
  [STATE] = { "state", NC_ ("column", "State"), tori_initiative_words_state, tori_list_order_state, 9, 10 },
  /* Translators: head of the list's column with the time when the entry was changed last. */
  [CHANGED] = { "changed", NC_ ("column", "Changed"), tori_initiative_words_changed, tori_list_order_changed,
                10, 16, FALSE, TRUE },
  /* Translators: head of the list's column with the number of characters of the entry's texts. */
  [CHARACTERS] = { "characters", NC_ ("column", "Characters"), tori_initiative_words_characters,
                   tori_list_order_characters, 6, 8, FALSE, TRUE },
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
  row_words = tori_initiative_words_row_titled (initiative, words, year);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, row_words, -1);
}

static void
update_strip (ToriListColumns *self, ToriPhaseStrip *strip, ToriInitiative *initiative)
{
  tori_phase_strip_set_year (strip, tori_listing_get_year (self->listing));
  tori_phase_strip_set_initiative (strip, initiative);
}

/* The title, and under it what was found in the texts. */
static void
update_title (ToriListColumns *self, GtkWidget *box, const char *words, ToriInitiative *initiative)
{
  const ToriQuery *query = tori_searcher_get_query (tori_listing_get_searcher (self->listing));
  GtkWidget *title = gtk_widget_get_first_child (box);
  GtkWidget *found = gtk_widget_get_last_child (box);
  g_autofree char *excerpt =
      query == NULL
          ? NULL
          : tori_search_marks_dup_excerpt (query, initiative, tori_listing_get_year (self->listing));
  const guint lines = excerpt == NULL ? 2 : 1;

  tori_search_marks_show (GTK_INSCRIPTION (title), words, query);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (title), lines);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (title), lines);
  if (excerpt != NULL)
    tori_search_marks_show (GTK_INSCRIPTION (found), excerpt, query);
  gtk_widget_set_visible (found, excerpt != NULL);
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
  if (column == &columns[TITLE])
    {
      update_title (self, child, words, initiative);
      return;
    }
  if (missing)
    gtk_widget_add_css_class (child, "dim-label");
  else
    gtk_widget_remove_css_class (child, "dim-label");
  tori_search_marks_show (GTK_INSCRIPTION (child), missing ? _ ("Not assessed") : words,
                          tori_searcher_get_query (tori_listing_get_searcher (self->listing)));
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
create_words (const Column *column, guint lines)
{
  GtkWidget *words =
      g_object_new (GTK_TYPE_INSCRIPTION, "min-chars", column->min_chars, "nat-chars", column->nat_chars,
                    "min-lines", lines, "nat-lines", lines, "yalign", 0.5f, "text-overflow",
                    GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END, "has-tooltip", TRUE, NULL);

  g_signal_connect (words, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  return words;
}

static GtkWidget *
create_title (const Column *column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *found = create_words (column, 1);

  gtk_widget_add_css_class (found, "caption");
  gtk_widget_set_visible (found, FALSE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), create_words (column, 2));
  gtk_box_append (GTK_BOX (box), found);
  return box;
}

static GtkWidget *
create_cell (const Column *column)
{
  if (column == &columns[PHASES])
    return tori_phase_strip_new ();
  return column == &columns[TITLE] ? create_title (column) : create_words (column, 2);
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

/* --- Order --- */

static void
forget (ToriListColumns *self, guint first, ToriInitiative *initiative)
{
  for (guint i = first; i < N_COLUMNS; i++)
    if (self->sorters[i] != NULL)
      tori_key_sorter_forget (TORI_KEY_SORTER (self->sorters[i]), initiative);
}

/* Number and title are the same in every year. */
static void
year_cb (ToriListColumns *self)
{
  forget (self, LEVEL, NULL);
}

static void
changed_cb (ToriPlan *plan, ToriRecord *source, const ToriField *field, ToriListColumns *self)
{
  ToriInitiative *initiative = tori_record_get_ancestor (source, TORI_TYPE_INITIATIVE);

  if (initiative != NULL)
    {
      forget (self, 0, initiative);
      return;
    }
  if (TORI_IS_PILLAR (source))
    return; /* initiatives come and go, but each stays as it is */
  tori_list_order_forget_divisions (self->order);
  forget (self, LEVEL, NULL);
}

/* --- Which are shown --- */

static void
show_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  ToriListColumns *self = data;

  for (guint i = 0; i < N_COLUMNS; i++)
    if (g_str_equal (columns[i].name, g_action_get_name (G_ACTION (action))))
      gtk_column_view_column_set_visible (self->columns[i], g_variant_get_boolean (state));
}

static void
visible_cb (ToriListColumns *self, GParamSpec *pspec, GtkColumnViewColumn *column)
{
  GAction *action =
      g_action_map_lookup_action (G_ACTION_MAP (self->actions), tori_list_memory_get_name (column));

  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_boolean (gtk_column_view_column_get_visible (column)));
}

/* The title can't be hidden: nobody would know what a row is. */
static void
add_actions (ToriListColumns *self)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      const gboolean shown = gtk_column_view_column_get_visible (self->columns[i]);
      g_autoptr (GSimpleAction) action =
          g_simple_action_new_stateful (columns[i].name, NULL, g_variant_new_boolean (shown));

      g_signal_connect_object (action, "change-state", G_CALLBACK (show_cb), self, 0);
      g_simple_action_set_enabled (action, i != TITLE);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
      g_signal_connect_object (self->columns[i], "notify::visible", G_CALLBACK (visible_cb), self,
                               G_CONNECT_SWAPPED);
    }
}

static void
add_column (ToriListColumns *self, GtkColumnView *view, guint i, GMenuModel *menu)
{
  GtkListItemFactory *factory = tori_view_items_create_factory (self->items);
  g_autoptr (GtkColumnViewColumn) column =
      gtk_column_view_column_new (g_dpgettext2 (NULL, "column", columns[i].title), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) &columns[i]);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_column_set_expand (column, columns[i].expands);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_visible (column, !columns[i].hidden);
  gtk_column_view_column_set_header_menu (column, menu);
  tori_list_memory_name (column, columns[i].name);
  if (columns[i].key != NULL)
    self->sorters[i] = tori_key_sorter_new (self->listing, columns[i].key, self->order);
  gtk_column_view_column_set_sorter (column, self->sorters[i]);
  gtk_column_view_append_column (view, column);
  self->columns[i] = column;
}

static void
tori_list_columns_dispose (GObject *object)
{
  ToriListColumns *self = TORI_LIST_COLUMNS (object);

  g_clear_object (&self->memory);
  g_clear_object (&self->items);
  for (guint i = 0; i < N_COLUMNS; i++)
    g_clear_object (&self->sorters[i]);
  g_clear_object (&self->listing);

  G_OBJECT_CLASS (tori_list_columns_parent_class)->dispose (object);
}

static void
tori_list_columns_finalize (GObject *object)
{
  g_object_unref (TORI_LIST_COLUMNS (object)->actions);
  g_clear_pointer (&TORI_LIST_COLUMNS (object)->order, tori_list_order_free);

  G_OBJECT_CLASS (tori_list_columns_parent_class)->finalize (object);
}

static void
tori_list_columns_class_init (ToriListColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tori_list_columns_dispose;
  G_OBJECT_CLASS (klass)->finalize = tori_list_columns_finalize;
}

static void
tori_list_columns_init (ToriListColumns *self)
{
  self->actions = g_simple_action_group_new ();
}

/**
 * tori_list_columns_new:
 * @listing: what is shown
 * @view: (inout): the view that gets the columns
 *
 * The columns are as they were left, and stay in memory as they are left.
 *
 * Returns: (transfer full): the columns
 */
ToriListColumns *
tori_list_columns_new (ToriListing *listing, GtkColumnView *view)
{
  ToriListColumns *self = g_object_new (TORI_TYPE_LIST_COLUMNS, NULL);
  g_autoptr (GMenuModel) menu = tori_list_columns_create_menu ();

  self->listing = g_object_ref (listing);
  self->items = tori_view_items_new (listing, update_cell, self);
  self->order = tori_list_order_new (tori_listing_get_plan (listing));
  for (guint i = 0; i < N_COLUMNS; i++)
    add_column (self, view, i, menu);
  self->memory = tori_list_memory_new (view);
  add_actions (self);
  g_signal_connect_object (listing, "notify::year", G_CALLBACK (year_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (listing, "notify::search", G_CALLBACK (tori_view_items_refresh), self->items,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tori_listing_get_plan (listing), "changed", G_CALLBACK (changed_cb), self, 0);
  return self;
}

/**
 * tori_list_columns_get_actions:
 * @self: columns
 *
 * Returns: (transfer none): an action for each column, by which it is shown or hidden
 */
GActionGroup *
tori_list_columns_get_actions (ToriListColumns *self)
{
  g_return_val_if_fail (TORI_IS_LIST_COLUMNS (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

/**
 * tori_list_columns_create_menu:
 *
 * Returns: (transfer full): a menu of these actions, which are called "columns."
 */
GMenuModel *
tori_list_columns_create_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autofree char *action = g_strconcat ("columns.", columns[i].name, NULL);

      g_menu_append (menu, g_dpgettext2 (NULL, "column", columns[i].title), action);
    }
  return G_MENU_MODEL (menu);
}
