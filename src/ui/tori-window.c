/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-window-private.h"

#include <glib/gi18n.h>

#include "model/tori-entry.h"
#include "model/tori-year-words.h"
#include "ui/tori-file-state.h"
#include "ui/tori-history-popover.h"
#include "ui/tori-list-columns.h"
#include "ui/tori-plan-settings.h"
#include "ui/tori-recent.h"
#include "ui/tori-start-page.h"
#include "ui/tori-window-state.h"

/* A window with one document, or with the start page while it has none. It shows the document and hands the
 * user's commands on to it. */

typedef enum
{
  PROP_DOCUMENT = 1,
  PROP_COMPOSING
} ToriWindowProp;

static GParamSpec *props[PROP_COMPOSING + 1];

G_DEFINE_FINAL_TYPE (ToriWindow, tori_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- Header --- */

static char *
describe_place (ToriDocument *document)
{
  const char *organization = tori_plan_get_organization (tori_document_get_plan (document));
  g_autofree char *name = tori_document_get_display_name (document);

  /* Translators: under the title of the window, for a plan that was never saved. */
  const char *place = name == NULL ? _ ("Not saved yet") : name;

  return *organization == '\0' ? g_strdup (place) : g_strdup_printf ("%s · %s", organization, place);
}

static void
update_title (ToriWindow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *place = NULL;

  if (self->document == NULL)
    {
      title = g_strdup (g_get_application_name ());
      place = g_strdup ("");
    }
  else
    {
      const char *name = tori_plan_get_title (tori_document_get_plan (self->document));

      title = g_strconcat (tori_document_get_modified (self->document) ? "• " : "",
                           *name == '\0' ? _ ("Plan without a title") : name, NULL);
      place = describe_place (self->document);
    }
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, place);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
create_recent_popover (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenuModel) menu = tori_recent_menu_new ();

  gtk_menu_button_set_menu_model (button, menu);
}

static void
create_menu_popover (GtkMenuButton *button, gpointer data)
{
  ToriWindow *self = data;

  g_autoptr (GMenuModel) columns = NULL;

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;
  columns = tori_list_columns_create_menu ();
  g_menu_append_section (self->columns_menu, NULL, columns);
  gtk_menu_button_set_menu_model (button, self->primary_menu);
}

static void
create_history_popover (GtkMenuButton *button, gpointer data)
{
  ToriWindow *self = data;

  gtk_menu_button_set_popover (button, tori_history_popover_new (tori_document_get_history (self->document)));
}

static void
create_year_popover (GtkMenuButton *button, gpointer data)
{
  ToriWindow *self = data;
  ToriPlan *plan = tori_document_get_plan (self->document);
  const ToriYears *years = tori_plan_get_years (plan);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (int year = years->first; year <= years->last; year++)
    {
      g_autofree char *words = tori_year_words (plan, year);
      g_autoptr (GMenuItem) item = g_menu_item_new (words, NULL);

      g_menu_item_set_action_and_target (item, "win.year", "i", year);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
update_year (ToriWindow *self)
{
  const int year = tori_listing_get_year (tori_plan_view_get_listing (self->view));
  g_autofree char *words = tori_year_words (tori_document_get_plan (self->document), year);

  gtk_menu_button_set_label (self->year_button, words);
  tori_window_note_year (self, year);
}

static void
show_header (ToriWindow *self)
{
  GtkWidget *widgets[] = { self->undo_button,
                           GTK_WIDGET (self->history_button),
                           self->redo_button,
                           self->search_button,
                           self->print_button,
                           self->view_switcher,
                           GTK_WIDGET (self->year_button) };

  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    gtk_widget_set_visible (widgets[i], self->document != NULL);
}

/* --- Following the document --- */

static void
changed_cb (ToriWindow *self, ToriRecord *source, const ToriField *field)
{
  if (!TORI_IS_PLAN (source))
    return;
  update_title (self);
  update_year (self);
}

static void
update_composing (ToriWindow *self)
{
  gboolean composing = FALSE;

  for (guint i = 0; i < self->watches->len; i++)
    composing = composing || tori_composing_get_active (self->watches->pdata[i]);
  if (self->composing == composing)
    return;
  self->composing = composing;
  tori_window_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPOSING]);
}

static void
watched_gone_cb (ToriWindow *self, GtkWindow *window)
{
  ToriComposing *watch = g_object_get_data (G_OBJECT (window), "tori-watch");

  if (g_ptr_array_remove (self->watches, watch))
    update_composing (self);
}

/**
 * tori_window_watch:
 * @self: a window
 * @window: a window that belongs to it
 *
 * Leaves keys that an input method wants in that window to it.
 */
void
tori_window_watch (ToriWindow *self, GtkWindow *window)
{
  ToriComposing *watch = tori_composing_new (window);

  g_ptr_array_add (self->watches, watch);
  g_object_set_data (G_OBJECT (window), "tori-watch", watch);
  g_signal_connect_object (watch, "notify::active", G_CALLBACK (update_composing), self, G_CONNECT_SWAPPED);
  if (window != GTK_WINDOW (self))
    g_signal_connect_object (window, "destroy", G_CALLBACK (watched_gone_cb), self, G_CONNECT_SWAPPED);
}

/* The window shows where something was undone. */
static void
stepped_cb (ToriWindow *self, ToriRecord *record)
{
  ToriEntry *entry = tori_record_get_ancestor (record, TORI_TYPE_ENTRY);
  ToriInitiative *initiative = tori_record_get_ancestor (record, TORI_TYPE_INITIATIVE);

  if (initiative == NULL || tori_record_get_ancestor (record, TORI_TYPE_PLAN) == NULL)
    return;
  if (entry != NULL)
    tori_listing_set_year (tori_plan_view_get_listing (self->view), tori_entry_get_year (entry));
  tori_plan_view_show_initiative (self->view, initiative);
  if (self->editor != NULL)
    tori_editor_show (self->editor, initiative,
                      entry != NULL ? tori_entry_get_year (entry) : tori_editor_get_year (self->editor));
}

static void
history_cb (ToriWindow *self)
{
  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
  tori_window_update_actions (self);
}

/* --- The windows that belong to it --- */

static void
take_actions_back (GtkWidget *window)
{
  gtk_widget_insert_action_group (window, "win", NULL);
}

static void
adopt (ToriWindow *self, gpointer window, gpointer place)
{
  gtk_window_set_transient_for (window, GTK_WINDOW (self));
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (self));
  /* GTK keeps its tooltip for the next use, and with it the actions of the window that it was shown in, be
   * that gone or not. */
  g_signal_connect (window, "destroy", G_CALLBACK (take_actions_back), NULL);
  g_object_add_weak_pointer (window, place);
  tori_window_watch (self, window);
}

static void
close_child (gpointer place)
{
  GtkWindow **child = place;

  if (*child != NULL)
    gtk_window_destroy (*child);
  g_clear_weak_pointer (child);
}

/**
 * tori_window_edit:
 * @self: a window with a document
 * @initiative: an initiative of its plan
 *
 * Shows an initiative in the window's editor.
 */
void
tori_window_edit (ToriWindow *self, ToriInitiative *initiative)
{
  ToriListing *listing = tori_plan_view_get_listing (self->view);

  if (self->editor == NULL)
    {
      self->editor = TORI_EDITOR (tori_editor_new (tori_document_get_history (self->document)));
      tori_editor_set_list (self->editor, tori_listing_get_model (listing));
      tori_editor_set_reading (self->editor, self->reading);
      adopt (self, self->editor, &self->editor);
    }
  tori_editor_show (self->editor, initiative, tori_listing_get_year (listing));
  gtk_window_present (GTK_WINDOW (self->editor));
}

/**
 * tori_window_show_settings:
 * @self: a window with a document
 *
 * Shows what holds for the whole plan.
 */
void
tori_window_show_settings (ToriWindow *self)
{
  if (self->settings == NULL)
    {
      self->settings = tori_plan_settings_new (tori_document_get_history (self->document));
      adopt (self, self->settings, &self->settings);
    }
  gtk_window_present (self->settings);
}

/* From paper to where it is written: in the editor, or for what is said of the whole plan in its settings. */
static void
preview_open_cb (ToriWindow *self, ToriRecord *record, const char *property)
{
  ToriInitiative *initiative = tori_record_get_ancestor (record, TORI_TYPE_INITIATIVE);
  ToriEntry *entry = tori_record_get_ancestor (record, TORI_TYPE_ENTRY);

  if (initiative == NULL)
    {
      tori_window_show_settings (self);
      return;
    }
  tori_window_edit (self, initiative);
  if (entry != NULL)
    tori_editor_show (self->editor, initiative, tori_entry_get_year (entry));
  tori_editor_go_to (self->editor, record, property);
}

/**
 * tori_window_show_preview:
 * @self: a window with a document
 *
 * Shows the plan on paper, from where it is printed and exported: what the window shows at the moment.
 */
void
tori_window_show_preview (ToriWindow *self)
{
  ToriListing *listing = tori_plan_view_get_listing (self->view);
  g_autofree char *view = tori_window_dup_view (self);

  if (self->preview == NULL)
    {
      self->preview = TORI_PREVIEW_WINDOW (
          tori_preview_window_new (tori_document_get_plan (self->document), tori_listing_get_year (listing)));
      tori_preview_window_choose (
          self->preview, tori_census_get_only (tori_listing_get_census (listing), TORI_FACET_CHARGE));
      g_signal_connect_object (self->preview, "open", G_CALLBACK (preview_open_cb), self, G_CONNECT_SWAPPED);
      if (g_str_equal (view, "totals"))
        tori_report_settings_choose (tori_preview_window_get_settings (self->preview), TORI_REPORT_TOTALS,
                                     NULL);
      if (g_str_equal (view, "schedule"))
        tori_report_settings_choose (tori_preview_window_get_settings (self->preview), TORI_REPORT_SCHEDULE,
                                     NULL);
      adopt (self, self->preview, &self->preview);
    }
  gtk_window_present (GTK_WINDOW (self->preview));
}

/* --- Showing a document --- */

static void
show_plan (ToriWindow *self)
{
  ToriPlan *plan = tori_document_get_plan (self->document);
  ToriHistory *history = tori_document_get_history (self->document);

  g_autofree char *name = tori_window_dup_view (self);

  self->view = TORI_PLAN_VIEW (tori_plan_view_new (plan, tori_plan_get_year (plan)));
  tori_plan_view_set_view (self->view, name);
  tori_file_state_restore (tori_document_get_file (self->document), tori_plan_view_get_listing (self->view));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", tori_plan_view_get_columns (self->view));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->view), NULL);
  g_object_set (self->view, "shows-sidebar", tori_window_shows_sidebar (self), NULL);
  g_object_bind_property (self->view, "searching", self->search_button, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->view, "notify::selected", G_CALLBACK (tori_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tori_plan_view_get_listing (self->view), "notify::year", G_CALLBACK (update_year),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plan, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::modified", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::file", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (history, "stepped", G_CALLBACK (stepped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (history, "notify::undo-step", G_CALLBACK (history_cb), self, G_CONNECT_SWAPPED);
  update_year (self);
  tori_window_watch_document (self);
}

static void
hide_plan (ToriWindow *self)
{
  ToriHistory *history = tori_document_get_history (self->document);

  tori_window_unwatch_document (self);
  tori_window_state_store_plan (self);
  g_signal_handlers_disconnect_by_data (tori_document_get_plan (self->document), self);
  g_signal_handlers_disconnect_by_data (self->document, self);
  g_signal_handlers_disconnect_by_data (history, self);
  close_child (&self->editor);
  close_child (&self->settings);
  close_child (&self->preview);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", NULL);
  gtk_stack_remove (self->stack, GTK_WIDGET (self->view));
  self->view = NULL;
}

/* Shows that something is going on, after a moment; most plans are there before. */
static GtkWidget *
create_busy_page (void)
{
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The plan is being opened"), -1);
  return spinner;
}

/* The page for the state that the window is in. */
void
tori_window_show_page (ToriWindow *self)
{
  const char *name = self->loading != NULL ? "busy" : "start";

  if (self->document != NULL)
    {
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->view));
      return;
    }
  if (gtk_stack_get_child_by_name (self->stack, name) == NULL)
    gtk_stack_add_named (self->stack, self->loading != NULL ? create_busy_page () : tori_start_page_new (),
                         name);
  gtk_stack_set_visible_child_name (self->stack, name);
}

/* --- GObject --- */

static void
tori_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ToriWindow *self = TORI_WINDOW (object);

  switch ((ToriWindowProp) id)
    {
    case PROP_DOCUMENT: g_value_set_object (value, self->document); return;
    case PROP_COMPOSING: g_value_set_boolean (value, self->composing); return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((ToriWindowProp) id)
    {
    case PROP_DOCUMENT: tori_window_set_document (TORI_WINDOW (object), g_value_get_object (value)); return;
    case PROP_COMPOSING:
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static gboolean
tori_window_close_request (GtkWindow *window)
{
  if (!tori_window_may_close (TORI_WINDOW (window)))
    return TRUE;
  tori_window_state_store (TORI_WINDOW (window));
  return GTK_WINDOW_CLASS (tori_window_parent_class)->close_request (window);
}

/* The windows that belong to this one hold it, by its actions; so they go before it, not with it. */
static void
tori_window_unrealize (GtkWidget *widget)
{
  tori_window_unwatch_document (TORI_WINDOW (widget));
  close_child (&TORI_WINDOW (widget)->editor);
  close_child (&TORI_WINDOW (widget)->settings);
  close_child (&TORI_WINDOW (widget)->preview);

  GTK_WIDGET_CLASS (tori_window_parent_class)->unrealize (widget);
}

static void
tori_window_dispose (GObject *object)
{
  ToriWindow *self = TORI_WINDOW (object);

  self->view = NULL;
  g_clear_object (&self->document);
  g_clear_object (&self->loading);

  G_OBJECT_CLASS (tori_window_parent_class)->dispose (object);
}

static void
tori_window_finalize (GObject *object)
{
  g_ptr_array_unref (TORI_WINDOW (object)->watches);

  G_OBJECT_CLASS (tori_window_parent_class)->finalize (object);
}

static void
tori_window_class_init (ToriWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tori_window_get_property;
  object_class->set_property = tori_window_set_property;
  object_class->dispose = tori_window_dispose;
  object_class->finalize = tori_window_finalize;
  widget_class->unrealize = tori_window_unrealize;
  GTK_WINDOW_CLASS (klass)->close_request = tori_window_close_request;

  /**
   * ToriWindow::stayed:
   * @self: a window
   *
   * It was to be closed, but the user wants it to stay.
   */
  g_signal_new ("stayed", TORI_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  props[PROP_DOCUMENT] =
      g_param_spec_object ("document", NULL, NULL, TORI_TYPE_DOCUMENT,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_COMPOSING] =
      g_param_spec_boolean ("composing", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (TORI_TYPE_NOTICES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/torikumi/Torikumi/ui/tori-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ToriWindow, title);
  gtk_widget_class_bind_template_child (widget_class, ToriWindow, notices);
  gtk_widget_class_bind_template_child (widget_class, ToriWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, ToriWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ToriWindow, recent_button);
  gtk_widget_class_bind_template_child (widget_class, ToriWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ToriWindow, year_button);
  gtk_widget_class_bind_template_child (widget_class, ToriWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, ToriWindow, history_button);
  gtk_widget_class_bind_template_child (widget_class, ToriWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, ToriWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, ToriWindow, print_button);
  gtk_widget_class_bind_template_child (widget_class, ToriWindow, view_switcher);
  gtk_widget_class_bind_template_child (widget_class, ToriWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, ToriWindow, columns_menu);
}

static void
tori_window_init (ToriWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Popovers are dear, and most are never opened. */
  gtk_menu_button_set_create_popup_func (self->recent_button, create_recent_popover, self, NULL);
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_popover, self, NULL);
  gtk_menu_button_set_create_popup_func (self->history_button, create_history_popover, self, NULL);
  gtk_menu_button_set_create_popup_func (self->year_button, create_year_popover, self, NULL);
  self->watches = g_ptr_array_new_with_free_func (g_object_unref);
  tori_window_watch (self, GTK_WINDOW (self));
  tori_window_add_actions (self);
  tori_window_add_keys (self);
  tori_window_accept_drops (self);
  tori_window_state_restore (self);
  update_title (self);
  show_header (self);
}

/**
 * tori_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window without a document; GTK owns it until it is closed
 */
ToriWindow *
tori_window_new (GtkApplication *application)
{
  return g_object_new (TORI_TYPE_WINDOW, "application", application, NULL);
}

ToriDocument *
tori_window_get_document (ToriWindow *self)
{
  g_return_val_if_fail (TORI_IS_WINDOW (self), NULL);

  return self->document;
}

/**
 * tori_window_set_document:
 * @self: a window
 * @document: (nullable): what it shows from now on; NULL for the start page
 */
void
tori_window_set_document (ToriWindow *self, ToriDocument *document)
{
  g_return_if_fail (TORI_IS_WINDOW (self));

  if (self->document == document && document != NULL)
    return;
  if (self->document != NULL)
    hide_plan (self);
  g_set_object (&self->document, document);
  if (document != NULL)
    show_plan (self);
  tori_window_show_page (self);
  update_title (self);
  show_header (self);
  tori_window_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENT]);
}

/**
 * tori_window_get_view:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the view of its document
 */
ToriPlanView *
tori_window_get_view (ToriWindow *self)
{
  g_return_val_if_fail (TORI_IS_WINDOW (self), NULL);

  return self->view;
}

/**
 * tori_window_get_composing:
 * @self: a window
 *
 * Returns: whether an input method is composing here, and must get every key
 */
gboolean
tori_window_get_composing (ToriWindow *self)
{
  g_return_val_if_fail (TORI_IS_WINDOW (self), FALSE);

  return self->composing;
}

/**
 * tori_window_toast:
 * @self: a window
 * @text: what happened
 *
 * Says something that needs no answer.
 */
void
tori_window_toast (ToriWindow *self, const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup));
}

static void
forget_toast_cb (ToriWindow *self)
{
  self->undo_toast = NULL;
}

/**
 * tori_window_offer_undo:
 * @self: a window with a document
 * @text: what the last step did
 *
 * Says it, with a button that undoes it.
 */
void
tori_window_offer_undo (ToriWindow *self, const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (markup);

  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  self->undo_toast = toast;
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (forget_toast_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
