// All workloads, in the order of the tables.
#pragma once

#include "workloads/asian_call.hpp"
#include "workloads/black_scholes.hpp"
#include "workloads/camera.hpp"
#include "workloads/chain.hpp"
#include "workloads/exponential.hpp"
#include "workloads/heat.hpp"
#include "workloads/log_sum_exp.hpp"
#include "workloads/network.hpp"
#include "workloads/neuron.hpp"
#include "workloads/product.hpp"
#include "workloads/relu.hpp"
#include "workloads/residual.hpp"
#include "workloads/rosenbrock.hpp"

namespace field {

template <class... Workloads>
struct list {};

using all_workloads =
    list<relu_of_product, exponential, black_scholes, neuron, camera, asian_call, rosenbrock<10>,
         rosenbrock<1000>, rosenbrock<100'000>, chain<1000>, chain<1'000'000>, log_sum_exp,
         network<bend::relu>, network<bend::tanh>, product, heat, rosenbrock_hessian, residual>;

template <class... Workloads>
void for_each(list<Workloads...>, auto&& f) {
  (f(std::type_identity<Workloads>{}), ...);
}

}  // namespace field
