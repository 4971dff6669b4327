// Neural networks on Values: a user of the library.
//
//   neuron, layer, mlp             networks; initial: the weights that they start from
//   mean_squared_error, ...        losses, for any kind of number
//   sgd, adam; schedule            optimizers, and rates that change over time
//   train, early_stopping          the loop, and its end
//   accuracy, confusion_matrix     metrics
//   save, load                     parameters as text
#pragma once

#include <ctgrad/nn/activation.hpp>
#include <ctgrad/nn/confusion_matrix.hpp>
#include <ctgrad/nn/early_stopping.hpp>
#include <ctgrad/nn/initial.hpp>
#include <ctgrad/nn/loss.hpp>
#include <ctgrad/nn/metric.hpp>
#include <ctgrad/nn/mlp.hpp>
#include <ctgrad/nn/module.hpp>
#include <ctgrad/nn/optimizer.hpp>
#include <ctgrad/nn/progress_bar.hpp>
#include <ctgrad/nn/random.hpp>
#include <ctgrad/nn/schedule.hpp>
#include <ctgrad/nn/storage.hpp>
#include <ctgrad/nn/train.hpp>
