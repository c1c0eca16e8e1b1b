/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-card.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/tori-block.h"
#include "model/tori-entry.h"
#include "ui/tori-initiative-words.h"
#include "ui/tori-phase-strip.h"
#include "ui/tori-search-marks.h"

/* What is to be known of an initiative at a glance. Each card has the same size, whatever it holds. */
struct _ToriCard
{
  GtkWidget parent_instance;

  GtkInscription *number;
  GtkInscription *level;
  GtkInscription *title;
  ToriPhaseStrip *strip;
  GtkInscription *text;
  GtkInscription *divisions;
  GtkInscription *state;
};

/* In characters. */
#define NUMBER 6
#define LEVEL 18
#define WIDTH 26
#define DIVISIONS 14
#define STATE 12

G_DEFINE_FINAL_TYPE (ToriCard, tori_card, GTK_TYPE_WIDGET)

/* Inscriptions, unlike labels, do not turn by themselves where one reads from right to left. */
static GtkInscription *
create_words (guint chars, guint lines, float begin, const char *css_class)
{
  const float xalign = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL ? 1 - begin : begin;
  GtkInscription *words = g_object_new (GTK_TYPE_INSCRIPTION, "min-chars", chars, "nat-chars", chars,
                                        "min-lines", lines, "nat-lines", lines, "xalign", xalign, "yalign",
                                        0.f, "text-overflow", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (words), css_class);
  return words;
}

static void
append_line (ToriCard *self, GtkInscription *first, GtkInscription *last)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_hexpand (GTK_WIDGET (first), TRUE);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (first));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (last));
  gtk_widget_set_parent (line, GTK_WIDGET (self));
}

/* Inscriptions cut what has no room; all of it is told when somebody asks. */
static gboolean
tori_card_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  ToriCard *self = TORI_CARD (widget);
  const char *text = gtk_inscription_get_text (self->text);
  g_autofree char *words =
      g_strdup_printf ("%s\n%s%s%s", gtk_inscription_get_text (self->title),
                       gtk_inscription_get_text (self->divisions), *text == '\0' ? "" : "\n\n", text);

  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

static void
tori_card_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tori_card_parent_class)->dispose (object);
}

static void
tori_card_class_init (ToriCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tori_card_dispose;
  widget_class->query_tooltip = tori_card_query_tooltip;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tori-card");
}

static void
tori_card_init (ToriCard *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);

  self->number = create_words (NUMBER, 1, 0, "dim-label");
  self->level = create_words (LEVEL, 1, 1, "caption-heading");
  self->title = create_words (WIDTH, 2, 0, "heading");
  self->strip = TORI_PHASE_STRIP (tori_phase_strip_new ());
  self->text = create_words (WIDTH, 3, 0, "caption");
  self->divisions = create_words (DIVISIONS, 1, 0, "caption");
  self->state = create_words (STATE, 1, 1, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->divisions), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->state), "dim-label");
  append_line (self, self->number, self->level);
  gtk_widget_set_parent (GTK_WIDGET (self->title), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->strip), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->text), GTK_WIDGET (self));
  append_line (self, self->divisions, self->state);
}

/**
 * tori_card_new:
 *
 * Returns: (transfer floating): a card of no initiative
 */
GtkWidget *
tori_card_new (void)
{
  return g_object_new (TORI_TYPE_CARD, NULL);
}

/* The beginning of what was done: more than a card has room for, less than a whole text. */
static char *
get_first_lines (ToriInitiative *initiative, int year)
{
  ToriEntry *entry = tori_initiative_find_entry (initiative, year);
  ToriList *blocks = entry == NULL ? NULL : tori_entry_get_actions (entry);
  const char *text = blocks == NULL || tori_list_get_length (blocks) == 0
                         ? ""
                         : tori_block_get_text (tori_list_get (blocks, 0));
  const char *end = text;

  for (guint i = 0; i < 200 && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  return g_strndup (text, (gsize) (end - text));
}

static void
show_words (GtkInscription *inscription, char *words, const ToriQuery *query)
{
  tori_search_marks_show (inscription, words, query);
  g_free (words);
}

/* What was found in the texts, or else how they begin. */
static char *
get_text (ToriInitiative *initiative, int year, const ToriQuery *query)
{
  char *found = query == NULL ? NULL : tori_search_marks_dup_excerpt (query, initiative, year);

  return found == NULL ? get_first_lines (initiative, year) : found;
}

/**
 * tori_card_show:
 * @self: a card
 * @initiative: (nullable): the initiative that it shows from now on; NULL for none
 * @year: the fiscal year
 * @query: (nullable): what is looked for
 */
void
tori_card_show (ToriCard *self, ToriInitiative *initiative, int year, const ToriQuery *query)
{
  char *level;

  g_return_if_fail (TORI_IS_CARD (self));

  tori_phase_strip_set_year (self->strip, year);
  tori_phase_strip_set_initiative (self->strip, initiative);
  if (initiative == NULL)
    return;
  level = tori_initiative_words_level (initiative, year);
  if (*level == '\0')
    {
      g_free (level);
      level = g_strdup (_ ("Not assessed"));
      gtk_widget_add_css_class (GTK_WIDGET (self->level), "dim-label");
    }
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->level), "dim-label");
  show_words (self->number, g_strdup (tori_initiative_get_number (initiative)), query);
  show_words (self->level, level, query);
  show_words (self->title, tori_initiative_words_title (initiative, year), query);
  show_words (self->text, get_text (initiative, year, query), query);
  show_words (self->divisions, tori_initiative_words_divisions (initiative, year), query);
  show_words (self->state, tori_initiative_words_state (initiative, year), query);
}
