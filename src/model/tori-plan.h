/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-record.h"
#include "model/tori-fiscal-year.h"
#include "model/tori-list.h"
#include "model/tori-years.h"

G_BEGIN_DECLS

#define TORI_TYPE_PLAN (tori_plan_get_type ())

G_DECLARE_FINAL_TYPE (ToriPlan, tori_plan, TORI, PLAN, ToriRecord)

ToriPlan *tori_plan_new (void);
const char *tori_plan_get_title (ToriPlan *self);
const char *tori_plan_get_organization (ToriPlan *self);
const char *tori_plan_get_heading (ToriPlan *self);
const ToriYears *tori_plan_get_years (ToriPlan *self);
int tori_plan_get_year (ToriPlan *self);
ToriEraRule tori_plan_get_era (ToriPlan *self);
const char *const *tori_plan_get_phases (ToriPlan *self);
ToriList *tori_plan_get_scales (ToriPlan *self);
ToriList *tori_plan_get_departments (ToriPlan *self);
ToriList *tori_plan_get_attachments (ToriPlan *self);
ToriList *tori_plan_get_pillars (ToriPlan *self);

gpointer tori_plan_find (ToriPlan *self, GType type, const char *id);
guint tori_plan_get_text_limit (ToriPlan *self);

G_END_DECLS
