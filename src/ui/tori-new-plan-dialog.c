/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-new-plan-dialog.h"

#include "ui/tori-dialog-header.h"
#include "ui/tori-help-window.h"
#include "ui/tori-new-plan.h"
#include "ui/tori-year-row.h"

/* Asks what a plan can't begin without. The years are kept in order while they are typed. */
struct _ToriNewPlanDialog
{
  AdwWindow parent_instance;

  GtkWidget *header;
  GtkWidget *create_button;
  GtkEditable *title_row;
  GtkEditable *organization_row;
  ToriYearRow *first_row;
  ToriYearRow *last_row;
  ToriYearRow *year_row;
};

enum
{
  SIGNAL_CREATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ToriNewPlanDialog, tori_new_plan_dialog, ADW_TYPE_WINDOW)

/* How many years a plan has usually. */
#define USUAL_YEARS 4

static void
create_cb (ToriNewPlanDialog *self)
{
  g_autoptr (ToriPlan) plan =
      tori_new_plan (gtk_editable_get_text (self->title_row), gtk_editable_get_text (self->organization_row),
                     tori_year_row_get_year (self->first_row), tori_year_row_get_year (self->last_row),
                     tori_year_row_get_year (self->year_row));

  g_signal_emit (self, signals[SIGNAL_CREATED], 0, plan);
  gtk_window_close (GTK_WINDOW (self));
}

static void
changed_cb (ToriNewPlanDialog *self)
{
  gtk_widget_set_sensitive (self->create_button, *gtk_editable_get_text (self->title_row) != '\0');
}

static void
first_cb (ToriNewPlanDialog *self)
{
  const int first = tori_year_row_get_year (self->first_row);

  if (tori_year_row_get_year (self->last_row) < first)
    tori_year_row_set_year (self->last_row, first);
  if (tori_year_row_get_year (self->year_row) < first)
    tori_year_row_set_year (self->year_row, first);
}

static void
last_cb (ToriNewPlanDialog *self)
{
  const int last = tori_year_row_get_year (self->last_row);

  if (tori_year_row_get_year (self->first_row) > last)
    tori_year_row_set_year (self->first_row, last);
  if (tori_year_row_get_year (self->year_row) > last)
    tori_year_row_set_year (self->year_row, last);
}

static void
year_cb (ToriNewPlanDialog *self)
{
  const int year = tori_year_row_get_year (self->year_row);

  tori_year_row_set_year (self->year_row, CLAMP (year, tori_year_row_get_year (self->first_row),
                                                 tori_year_row_get_year (self->last_row)));
}

static void
tori_new_plan_dialog_class_init (ToriNewPlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * ToriNewPlanDialog::created:
   * @self: a dialog
   * @plan: the new plan
   */
  signals[SIGNAL_CREATED] = g_signal_new ("created", TORI_TYPE_NEW_PLAN_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, TORI_TYPE_PLAN);

  g_type_ensure (TORI_TYPE_YEAR_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/torikumi/Torikumi/ui/tori-new-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ToriNewPlanDialog, header);
  gtk_widget_class_bind_template_child (widget_class, ToriNewPlanDialog, create_button);
  gtk_widget_class_bind_template_child (widget_class, ToriNewPlanDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, ToriNewPlanDialog, organization_row);
  gtk_widget_class_bind_template_child (widget_class, ToriNewPlanDialog, first_row);
  gtk_widget_class_bind_template_child (widget_class, ToriNewPlanDialog, last_row);
  gtk_widget_class_bind_template_child (widget_class, ToriNewPlanDialog, year_row);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, first_cb);
  gtk_widget_class_bind_template_callback (widget_class, last_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  tori_help_bind (widget_class, "start");
}

/* The fiscal year of today begins in April. */
static int
get_year_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_get_year (now) - (g_date_time_get_month (now) < 4 ? 1 : 0);
}

static void
tori_new_plan_dialog_init (ToriNewPlanDialog *self)
{
  const int now = get_year_now ();

  gtk_widget_init_template (GTK_WIDGET (self));
  tori_dialog_header_begin_below (self->header);
  tori_year_row_set_year (self->last_row, now + USUAL_YEARS - 1);
  tori_year_row_set_year (self->first_row, now);
  tori_year_row_set_year (self->year_row, now);
}

GtkWindow *
tori_new_plan_dialog_new (void)
{
  return g_object_new (TORI_TYPE_NEW_PLAN_DIALOG, NULL);
}
