/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-editor-place.h"

#include "model/tori-entry.h"
#include "model/tori-initiative.h"
#include "model/tori-item.h"
#include "ui/tori-attachment-section.h"
#include "ui/tori-editor-about.h"
#include "ui/tori-editor-head.h"
#include "ui/tori-editor-row.h"
#include "ui/tori-editor-schedule.h"
#include "ui/tori-focus.h"
#include "ui/tori-text-field.h"

/* Where in the editor something of the plan is written: the field that shows it, the row of its record, or
 * the section that it belongs to. */

typedef struct
{
  ToriRecord *record;
  const char *property; /* NULL: the record as a whole */
} Wanted;

typedef gboolean (*Match) (GtkWidget *widget, const Wanted *wanted);

static gboolean
is_field (GtkWidget *widget, const Wanted *wanted)
{
  return TORI_IS_TEXT_FIELD (widget)
         && tori_text_field_get_record (TORI_TEXT_FIELD (widget)) == wanted->record
         && g_strcmp0 (tori_text_field_get_property_name (TORI_TEXT_FIELD (widget)), wanted->property) == 0;
}

static gboolean
is_row (GtkWidget *widget, const Wanted *wanted)
{
  return TORI_IS_EDITOR_ROW (widget)
         && tori_editor_row_get_record (TORI_EDITOR_ROW (widget)) == wanted->record;
}

static GType
find_section (const Wanted *wanted)
{
  if (TORI_IS_ITEM (wanted->record))
    return TORI_TYPE_EDITOR_SCHEDULE;
  if (TORI_IS_ENTRY (wanted->record))
    return g_strcmp0 (wanted->property, "note") == 0 || g_strcmp0 (wanted->property, "attachments") == 0
               ? TORI_TYPE_ATTACHMENT_SECTION
               : TORI_TYPE_EDITOR_HEAD;
  if (TORI_IS_INITIATIVE (wanted->record) && wanted->property != NULL)
    return TORI_TYPE_EDITOR_ABOUT;
  return TORI_TYPE_EDITOR_HEAD;
}

static gboolean
is_section (GtkWidget *widget, const Wanted *wanted)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, find_section (wanted));
}

static GtkWidget *
find (GtkWidget *inside, Match match, const Wanted *wanted)
{
  if (match (inside, wanted))
    return inside;
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, match, wanted);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_place (GtkWidget *page, const Wanted *wanted)
{
  static const Match matches[] = { is_field, is_row, is_section };
  GtkWidget *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (matches) && found == NULL; i++)
    found = find (page, matches[i], wanted);
  return found;
}

/* The page scrolls to what gets the focus, and so it must know its size first. */
static gboolean
tick_cb (GtkWidget *page, GdkFrameClock *clock, gpointer data)
{
  const Wanted *wanted = data;
  GtkWidget *place;

  if (gtk_widget_get_height (page) == 0)
    return G_SOURCE_CONTINUE;
  g_object_set_data (G_OBJECT (page), "tori-wanted", NULL);
  place = find_place (page, wanted);
  if (place != NULL && !gtk_widget_grab_focus (place))
    gtk_widget_child_focus (place, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_object_unref (wanted->record);
  g_free (wanted);
}

/**
 * tori_editor_place_go_to:
 * @page: the page of an editor, which shows the initiative of @record
 * @record: a record of the plan
 * @property: (nullable): its property
 *
 * Gives the focus to where that is written, as soon as the page is on screen.
 */
void
tori_editor_place_go_to (GtkWidget *page, ToriRecord *record, const char *property)
{
  Wanted *wanted = g_new0 (Wanted, 1);
  guint id = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (page), "tori-wanted"));

  wanted->record = g_object_ref (record);
  wanted->property = g_intern_string (property);
  if (id != 0)
    gtk_widget_remove_tick_callback (page, id); /* the last wish counts */
  id = gtk_widget_add_tick_callback (page, tick_cb, wanted, wanted_free);
  g_object_set_data (G_OBJECT (page), "tori-wanted", GUINT_TO_POINTER (id));
}

static GtkWidget *
get_neighbour (GtkWidget *page, GtkWidget *section, gboolean forward)
{
  GtkWidget *next = NULL;

  if (section != NULL)
    next = forward ? gtk_widget_get_next_sibling (section) : gtk_widget_get_prev_sibling (section);
  if (next != NULL)
    return next;
  return forward ? gtk_widget_get_first_child (page) : gtk_widget_get_last_child (page);
}

/**
 * tori_editor_place_go_on:
 * @page: the page of the editor
 * @forward: whether to the next section; else to the one before
 *
 * Moves the focus to the next section in which something can be written, around the end: a page has more
 * fields than anybody wants to go through one by one.
 */
void
tori_editor_place_go_on (GtkWidget *page, gboolean forward)
{
  GtkWidget *start = gtk_root_get_focus (gtk_widget_get_root (page));
  GtkWidget *section;

  while (start != NULL && gtk_widget_get_parent (start) != page)
    start = gtk_widget_get_parent (start);
  section = get_neighbour (page, start, forward);
  while (section != start && !tori_focus_enter (section))
    {
      if (start == NULL)
        start = section; /* once around */
      section = get_neighbour (page, section, forward);
    }
}
