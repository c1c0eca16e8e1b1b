/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-report-job.h"

/* Something that takes its time with the pages of a report, tells how far it is, and can be cancelled:
 * printing, writing PDF. */
typedef struct
{
  char *text;
  double fraction;
  gboolean cancelled;
  gboolean ended;
} ToriReportJobPrivate;

typedef enum
{
  PROP_TEXT = 1,
  PROP_FRACTION
} ToriReportJobProp;

static GParamSpec *props[PROP_FRACTION + 1];

enum
{
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ToriReportJob, tori_report_job, G_TYPE_OBJECT)

static ToriReportJobPrivate *
get_private (ToriReportJob *self)
{
  return tori_report_job_get_instance_private (self);
}

static void
tori_report_job_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ToriReportJob *self = TORI_REPORT_JOB (object);

  switch ((ToriReportJobProp) id)
    {
    case PROP_TEXT: g_value_set_string (value, tori_report_job_get_text (self)); return;
    case PROP_FRACTION: g_value_set_double (value, tori_report_job_get_fraction (self)); return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_report_job_finalize (GObject *object)
{
  g_free (get_private (TORI_REPORT_JOB (object))->text);

  G_OBJECT_CLASS (tori_report_job_parent_class)->finalize (object);
}

static void
tori_report_job_class_init (ToriReportJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tori_report_job_get_property;
  object_class->finalize = tori_report_job_finalize;

  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  props[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, -1, 1, -1, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * ToriReportJob::done:
   * @self: a job
   *
   * It has ended, well or not. It comes once.
   */
  signals[SIGNAL_DONE] =
      g_signal_new ("done", TORI_TYPE_REPORT_JOB, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tori_report_job_init (ToriReportJob *self)
{
  get_private (self)->text = g_strdup ("");
  get_private (self)->fraction = -1;
}

/**
 * tori_report_job_get_text:
 * @self: a job
 *
 * Returns: (transfer none): what it is doing
 */
const char *
tori_report_job_get_text (ToriReportJob *self)
{
  g_return_val_if_fail (TORI_IS_REPORT_JOB (self), NULL);

  return get_private (self)->text;
}

/**
 * tori_report_job_get_fraction:
 * @self: a job
 *
 * Returns: how much of it is done, from 0 to 1; -1 while that is not known
 */
double
tori_report_job_get_fraction (ToriReportJob *self)
{
  g_return_val_if_fail (TORI_IS_REPORT_JOB (self), -1);

  return get_private (self)->fraction;
}

gboolean
tori_report_job_get_cancelled (ToriReportJob *self)
{
  g_return_val_if_fail (TORI_IS_REPORT_JOB (self), FALSE);

  return get_private (self)->cancelled;
}

/**
 * tori_report_job_cancel:
 * @self: a job
 *
 * The user does not want it any more. "done" comes when it has really stopped, which may be later.
 */
void
tori_report_job_cancel (ToriReportJob *self)
{
  ToriReportJobPrivate *priv = get_private (self);

  g_return_if_fail (TORI_IS_REPORT_JOB (self));

  if (priv->cancelled || priv->ended)
    return;
  priv->cancelled = TRUE;
  TORI_REPORT_JOB_GET_CLASS (self)->cancel (self);
}

/**
 * tori_report_job_tell:
 * @self: a job
 * @text: what it is doing now
 * @fraction: how much of it is done, from 0 to 1; -1 while that is not known
 */
void
tori_report_job_tell (ToriReportJob *self, const char *text, double fraction)
{
  ToriReportJobPrivate *priv = get_private (self);

  if (!g_str_equal (priv->text, text))
    {
      g_free (priv->text);
      priv->text = g_strdup (text);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
    }
  priv->fraction = MIN (fraction, 1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FRACTION]); /* also when it only goes on */
}

/**
 * tori_report_job_end:
 * @self: a job that has stopped
 */
void
tori_report_job_end (ToriReportJob *self)
{
  ToriReportJobPrivate *priv = get_private (self);

  g_return_if_fail (!priv->ended);

  priv->ended = TRUE;
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}
