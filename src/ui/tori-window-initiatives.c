/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-window-private.h"

#include <glib/gi18n.h>

#include "model/tori-edit.h"
#include "ui/tori-clipboard.h"
#include "ui/tori-initiative-cells.h"
#include "ui/tori-paste-dialog.h"

/* What can be done in a window with the initiatives of its plan, most of it with all that are selected. */

static ToriHistory *
get_history (ToriWindow *self)
{
  return tori_document_get_history (self->document);
}

/* The pillar where a new initiative goes, and its place there: after the selected one, else at the end of the
 * sidebar's pillar or of the last one. */
static ToriPillar *
find_place (ToriWindow *self, guint *position)
{
  ToriInitiative *selected = tori_plan_view_get_selected (self->view);
  ToriGroup *group = tori_census_get_only (tori_listing_get_census (tori_plan_view_get_listing (self->view)),
                                           TORI_FACET_PILLAR);
  ToriList *pillars = tori_plan_get_pillars (tori_document_get_plan (self->document));
  ToriPillar *pillar;

  if (selected != NULL)
    {
      tori_list_find (tori_record_get_list (TORI_RECORD (selected)), selected, position);
      *position += 1;
      return TORI_PILLAR (tori_record_get_parent (TORI_RECORD (selected)));
    }
  if (group != NULL)
    pillar = TORI_PILLAR (tori_group_get_record (group));
  else
    pillar = tori_list_get (pillars, tori_list_get_length (pillars) - 1);
  *position = tori_list_get_length (tori_pillar_get_initiatives (pillar));
  return pillar;
}

/* A division that is chosen in the sidebar is in charge of what is added there. */
static void
put_in_charge (ToriWindow *self, ToriInitiative *initiative)
{
  ToriGroup *group = tori_census_get_only (tori_listing_get_census (tori_plan_view_get_listing (self->view)),
                                           TORI_FACET_CHARGE);
  const char *ids[] = { NULL, NULL };

  if (group == NULL || tori_group_get_kind (group) != TORI_GROUP_DIVISION)
    return;
  ids[0] = tori_record_get_id (tori_group_get_record (group));
  tori_history_set_strv (get_history (self), initiative, "divisions", ids);
}

static void
add_initiative_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ToriWindow *self = data;
  guint position;
  ToriPillar *pillar = find_place (self, &position);
  ToriInitiative *initiative;

  tori_history_begin (get_history (self), TORI_STEP_ADD_INITIATIVE);
  initiative = tori_edit_add_initiative (get_history (self), pillar, position);
  put_in_charge (self, initiative);
  tori_history_end (get_history (self));
  tori_plan_view_show_initiative (self->view, initiative);
  tori_window_edit (self, initiative);
  tori_editor_go_to (self->editor, TORI_RECORD (initiative), "title");
}

static char *
describe_removal (GPtrArray *initiatives)
{
  if (initiatives->len == 1)
    /* Translators: %s is the number of the initiative that was deleted. */
    return g_strdup_printf (_ ("Initiative %s deleted"),
                            tori_initiative_get_number (g_ptr_array_index (initiatives, 0)));
  return g_strdup_printf (ngettext ("%u initiative deleted", "%u initiatives deleted", initiatives->len),
                          initiatives->len);
}

/* All that are selected, in one step. */
static void
remove_initiative_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ToriWindow *self = data;
  g_autoptr (GPtrArray) initiatives = tori_plan_view_list_selected (self->view);
  g_autofree char *text = describe_removal (initiatives);

  tori_edit_remove_all (get_history (self), TORI_STEP_REMOVE_INITIATIVE, initiatives);
  tori_window_offer_undo (self, text);
}

static void
edit_initiative_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tori_window_edit (data, tori_plan_view_get_selected (TORI_WINDOW (data)->view));
}

static void
copy_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ToriWindow *self = data;
  g_autoptr (ToriCells) cells = tori_plan_view_copy (self->view);
  g_autoptr (GPtrArray) selected = tori_plan_view_list_selected (self->view);
  g_autofree char *text = NULL;

  tori_clipboard_set_cells (gtk_widget_get_clipboard (GTK_WIDGET (self)), cells);
  if (selected->len == 0)
    text = g_strdup (_ ("Table copied"));
  else
    text = g_strdup_printf (ngettext ("%u initiative copied", "%u initiatives copied", selected->len),
                            selected->len);
  tori_window_toast (self, text);
}

/* --- Pasting --- */

static void
accepted_cb (ToriWindow *self, ToriPasteDialog *dialog)
{
  guint position;
  ToriPillar *pillar = find_place (self, &position);
  g_autoptr (GPtrArray) touched =
      tori_paste_apply (tori_paste_dialog_get_paste (dialog), get_history (self), pillar);
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u initiative pasted", "%u initiatives pasted", touched->len), touched->len);

  tori_plan_view_select (self->view, touched);
  tori_window_offer_undo (self, text);
}

static void
show_paste (ToriWindow *self, ToriCells *cells)
{
  g_autoptr (ToriPaste) paste =
      tori_paste_new (tori_document_get_plan (self->document),
                      tori_listing_get_year (tori_plan_view_get_listing (self->view)), cells);
  GtkWindow *dialog = tori_paste_dialog_new (paste);

  g_signal_connect_object (dialog, "accepted", G_CALLBACK (accepted_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (dialog, GTK_WINDOW (self));
  tori_window_watch (self, dialog);
  gtk_window_present (dialog);
}

static void
cells_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (ToriWindow) self = data;
  ToriCells *cells = tori_clipboard_read_cells_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (self->document != NULL && cells != NULL && tori_cells_get_n_rows (cells) > 0)
    {
      show_paste (self, cells); /* takes them */
      return;
    }
  tori_cells_free (cells);
  if (self->document != NULL)
    tori_window_toast (self,
                       _ ("There is nothing in the clipboard that could be pasted here. Copy cells in a "
                          "spreadsheet first."));
}

static void
paste_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tori_clipboard_read_cells_async (gtk_widget_get_clipboard (data), cells_cb, g_object_ref (data));
}

static const GActionEntry entries[] = {
  { .name = "paste", .activate = paste_cb },
  { .name = "add-initiative", .activate = add_initiative_cb },
  { .name = "edit-initiative", .activate = edit_initiative_cb },
  { .name = "remove-initiative", .activate = remove_initiative_cb },
  { .name = "copy", .activate = copy_cb },
};

void
tori_window_add_initiative_actions (ToriWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  tori_window_add_bulk_actions (self);
}

/* What can be done at the moment; nothing while the window is not @ready. */
void
tori_window_update_initiative_actions (ToriWindow *self, gboolean ready)
{
  const gboolean selected = ready && tori_plan_view_get_selected (self->view) != NULL;

  tori_window_enable (
      self, "add-initiative",
      ready && tori_list_get_length (tori_plan_get_pillars (tori_document_get_plan (self->document))) > 0);
  tori_window_update_bulk_actions (self, selected);
  tori_window_enable (self, "paste",
                      g_action_group_get_action_enabled (G_ACTION_GROUP (self), "add-initiative"));
  tori_window_enable (self, "edit-initiative", selected);
  tori_window_enable (self, "remove-initiative", selected);
  tori_window_enable (self, "copy", selected || (ready && !tori_plan_view_has_single (self->view)));
}
