/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-search-marks.h"

#include <glib/gi18n.h>
#include <string.h>

/* Shows what was found where it stands. */

/* Characters before what was found, and as many as a line may have. */
#define BEFORE 12
#define MOST 160

/**
 * tori_search_marks_new:
 * @query: (nullable): what is looked for
 * @text: a text
 *
 * Returns: (transfer full) (nullable): what makes the words that are found stand out; NULL when there are
 * none. They are bold as well, because a colour alone says nothing to some.
 */
PangoAttrList *
tori_search_marks_new (const ToriQuery *query, const char *text)
{
  PangoAttrList *marks = NULL;
  gsize start, end;

  for (gsize from = 0; query != NULL && tori_query_find (query, text, from, &start, &end) && end > start;
       from = end)
    {
      PangoAttribute *attributes[] = { pango_attr_weight_new (PANGO_WEIGHT_BOLD),
                                       pango_attr_background_new (0xf6f6, 0xd3d3, 0x2d2d),
                                       pango_attr_background_alpha_new (0x6000) };

      if (marks == NULL)
        marks = pango_attr_list_new ();
      for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
        {
          attributes[i]->start_index = (guint) start;
          attributes[i]->end_index = (guint) end;
          pango_attr_list_insert (marks, attributes[i]);
        }
    }
  return marks;
}

/**
 * tori_search_marks_show:
 * @inscription: where words are shown
 * @words: the words
 * @query: (nullable): what is looked for
 *
 * Shows words with what was found in them.
 */
void
tori_search_marks_show (GtkInscription *inscription, const char *words, const ToriQuery *query)
{
  PangoAttrList *marks = tori_search_marks_new (query, words);

  gtk_inscription_set_text (inscription, words);
  gtk_inscription_set_attributes (inscription, marks);
  g_clear_pointer (&marks, pango_attr_list_unref);
}

/* --- Excerpts --- */

typedef struct
{
  const ToriQuery *query;
  char *excerpt;
} Search;

static const char *
get_field_name (ToriSearchField field)
{
  switch (field)
    {
    case TORI_SEARCH_DIVISION: return C_ ("column", "In Charge");
    case TORI_SEARCH_LEVEL: return C_ ("column", "Level");
    case TORI_SEARCH_ITEM: return C_ ("column", "Item");
    case TORI_SEARCH_PHASE: return C_ ("column", "Phases");
    case TORI_SEARCH_INDICATOR: return C_ ("place of words", "Indicator");
    case TORI_SEARCH_TOPIC: return C_ ("place of words", "Topic");
    case TORI_SEARCH_ACTIONS: return C_ ("column", "Actions Taken");
    case TORI_SEARCH_OUTCOME: return C_ ("column", "Results and Issues");
    case TORI_SEARCH_OUTLOOK: return C_ ("column", "Next Steps");
    case TORI_SEARCH_NOTE: return C_ ("column", "Note");
    case TORI_SEARCH_NUMBER:
    case TORI_SEARCH_TITLE:
    default: return "";
    }
}

/* The line around a place, from a little before it. */
static char *
cut (const char *text, gsize place)
{
  const char *start = text + place, *end = start;

  for (guint i = 0; i < BEFORE && start > text && start[-1] != '\n'; i++)
    start = g_utf8_prev_char (start);
  for (guint i = 0; i < MOST && *end != '\0' && *end != '\n'; i++)
    end = g_utf8_next_char (end);
  return g_strdup_printf ("%s%.*s", start > text && start[-1] != '\n' ? "…" : "", (int) (end - start), start);
}

static gboolean
look (ToriSearchField field, const char *text, gpointer data)
{
  Search *search = data;
  g_autofree char *line = NULL;
  gsize start, end;

  /* These are seen anyway. */
  if (field == TORI_SEARCH_NUMBER || field == TORI_SEARCH_TITLE
      || !tori_query_find (search->query, text, 0, &start, &end))
    return FALSE;
  line = cut (text, start);
  /* Translators: a field such as Actions Taken, and what was found in it. */
  search->excerpt = g_strdup_printf (C_ ("excerpt", "%1$s: %2$s"), get_field_name (field), line);
  return TRUE;
}

/**
 * tori_search_marks_dup_excerpt:
 * @query: what is looked for
 * @initiative: an initiative of a plan
 * @year: a fiscal year
 *
 * Returns: (transfer full) (nullable): the first line where any of the words stands, and in which field that
 * is; NULL when they stand in number and title only
 */
char *
tori_search_marks_dup_excerpt (const ToriQuery *query, ToriInitiative *initiative, int year)
{
  Search search = { query, NULL };

  tori_search_foreach (initiative, year, look, &search);
  return search.excerpt;
}
